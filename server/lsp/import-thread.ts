// How a thread of this program knows that it was started for an import.

export const IMPORT_THREAD = '--import-in-this-thread';
