// What the writer of an X12 file does throughout. Rules ask for it, and what they said is asked anew where it has changed.

/** So much of the beginning tells: a few claims, in which each kind of address stands. */
const BEGINNING = 20_000;

/** A city (N4) with a ZIP code of nine digits. */
const LONG_ZIP = /\bN4([^A-Za-z0-9])[^~\n]{1,32}?\1[A-Z]{2}\1\d{9}(?!\d)/;

const known = new WeakMap<object, boolean>();

/** Has an address in the beginning of a file a ZIP code of nine digits? Its writer then knows them. A file is looked at once. */
export function writesLongZips(file: { readonly text: string }): boolean {
  let writes = known.get(file);
  if (writes === undefined) known.set(file, (writes = LONG_ZIP.test(file.text.slice(0, BEGINNING))));
  return writes;
}
