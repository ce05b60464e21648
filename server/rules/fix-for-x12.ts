// Carries a fix over from what people write to an X12 file, where that is possible: one datum in place of another.
import type { Fix } from './rule';

/** Undefined where the fix only makes sense in a document that people write. */
export function fixForX12(fix: Fix): Fix | undefined {
  const edits = fix.edits.map((edit) => ({ ...edit, text: DOTTED.test(edit.text) ? edit.text.replace('.', '') : edit.text }));
  const fits = edits.every(({ span, text }) => span.end > span.start && DATUM.test(text));
  return fits && !fix.source ? { ...fix, edits } : undefined;
}

/** A diagnosis code: it loses its dot. */
const DOTTED = /^[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}$/;

/** Letters and digits alone. */
const DATUM = /^[0-9A-Z]+$/;
