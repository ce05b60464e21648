// Claims of parts of a file that were read and let go: of each only the number and the frequency are kept, for rules about doubles.
import type { EarlierClaims } from '../model/lower-837';
import type { X12Document } from '../syntax/x12/read';

export interface GoneClaims {
  /** The part that was read is let go: its claims are kept by what rules ask of them. */
  settle(part: X12Document): void;
  /** The next part, which also answers for claims that are gone. */
  knowing(part: X12Document): X12Document;
}

/** `earlier` names claims by segment; those that are gone get numbers below 0. */
export function goneClaims(earlier: EarlierClaims): GoneClaims {
  const kept: { readonly control: string; readonly frequency: string }[] = [];
  return {
    settle({ segments }) {
      const known = new Map<number, number>();
      const keep = (segment: number): number => {
        let number = known.get(segment);
        if (number === undefined) {
          kept.push({ control: copied(segments.text(segment, 1)), frequency: copied(segments.component(segment, 5, 3).text) });
          known.set(segment, number = -kept.length);
        }
        return number;
      };
      for (const [provider, own] of [...earlier.numbers]) {
        earlier.numbers.delete(provider);
        earlier.numbers.set(copied(provider), new Map([...own].map(([id, segment]) => (segment < 0 ? [id, segment] : [copied(id), keep(segment)]))));
      }
      for (const [mark, { second, segment }] of earlier.contents) {
        if (segment >= 0) earlier.contents.set(mark, { second, segment: keep(segment) });
      }
    },
    knowing(part) {
      const { segments } = part;
      return {
        ...part,
        segments: {
          ...segments,
          text: (segment, n) => (segment < 0 ? kept[-segment - 1]?.control ?? '' : segments.text(segment, n)),
          component(segment, n, m, repetition) {
            const text = segment < 0 ? kept[-segment - 1]?.frequency ?? '' : undefined;
            return text === undefined ? segments.component(segment, n, m, repetition) : { text, span: { start: 0, end: 0 } };
          },
        },
      };
    },
  };
}

/** A text that does not keep the long one alive that it was cut from. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
