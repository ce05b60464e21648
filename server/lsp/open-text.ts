// The text of an open document as it follows the editor, with its lines: only what changed is looked through, for a file may be large.
import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver/node';
import { LineIndex } from '../features/positions';
import type { Followed } from '../features/project';
import { LongText } from './long-text';

export interface OpenText extends Followed {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Undefined where more than one stretch changed, or that was told already. */
  change: Followed['change'];
  /** The same text, where it is long: from its first change on. */
  readonly long?: LongText | 'none';
}

export const OPEN_TEXTS: TextDocumentsConfiguration<OpenText> = {
  create: (uri, languageId, _version, text) => ({ uri, languageId, text, lines: new LineIndex(text), change: undefined }),
  update(before, changes) {
    const after = changes.reduce(changed, before);
    return changes.length === 1 ? after : { ...after, change: undefined };
  },
};

function changed(before: OpenText, event: TextDocumentContentChangeEvent): OpenText {
  if (!('range' in event)) return { ...before, text: event.text, lines: new LineIndex(event.text), change: undefined, long: undefined };
  const { text } = before;
  const one = before.lines.offset(event.range.start),
    other = before.lines.offset(event.range.end);
  const start = Math.min(one, other),
    oldEnd = Math.max(one, other);
  const long = before.long ?? LongText.of(text) ?? 'none';
  const followed = long === 'none' ? undefined : long.replace(start, oldEnd, event.text);
  const next = followed ?? text.slice(0, start) + event.text + text.slice(oldEnd);
  const change = { since: before.lines, start, oldEnd, newEnd: start + event.text.length };
  return { ...before, text: next, lines: new LineIndex(next, before.lines, change), change, long: followed === undefined ? 'none' : long };
}
