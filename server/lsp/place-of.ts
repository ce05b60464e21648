// Where an error arose, for the log.

/** Without its words: these may be from a document. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return `${error.name} ${/\n *(at [^\n]{1,200})/.exec(error.stack ?? '')?.[1] ?? ''}`.trim();
}
