// What a file writes of a claim, as sums of its parts: claims are written alike where these are the same.
import type { Claim } from '../model/claim';
import type { Diagnosis } from '../model/definitions';
import type { SentClaim } from '../model/sent-claim';
import { TextSum } from '../model/text-sum';
import { nameNumber } from '../syntax/x12/names';
import { scannerOf } from '../syntax/x12/scan';
import type { ClaimPart } from './rule';

/**
 * Sums over the text of a claim, without the numbers that are its own (CLM01, LX, REF*6R). With each part go words that rules ask for
 * together with it, wherever they stand in the file; a test knows which. Of the patient there is nothing.
 */
export class WrittenClaim {
  private readonly common = new TextSum();
  private readonly parts = { head: new TextSum(), diagnoses: new TextSum(), lines: new TextSum() };
  private readonly ofLine = new TextSum();
  private readonly result = new TextSum();

  read(claim: Claim, sent: SentClaim): void {
    this.addWords(claim, sent);
    this.addText(claim, sent);
    const { lines } = this.parts;
    for (const { code, modifiers, day, who, units } of sent.beside) {
      addWords(lines, [code, ...modifiers, day, who]);
      lines.addNumber(units);
    }
  }

  /** Of some parts. It holds until the next sum is asked for. */
  sumOf(parts: readonly ClaimPart[]): TextSum {
    const { result } = this;
    result.clear();
    for (const part of parts) result.addSum(this.parts[part]);
    return result;
  }

  /** Of a diagnosis: its code, and whether it is the first. */
  sumOfCode({ code, position }: Diagnosis): TextSum {
    const { result } = this;
    result.copy(this.common);
    result.addWord(code?.value);
    result.addNumber(position === 1 ? 1 : 0);
    return result;
  }

  /** Of a line, by its number in the claim. */
  sumOfLine({ document, lines, end }: SentClaim, n: number): TextSum {
    const { result } = this;
    const {
      text,
      segments: { starts, ends },
    } = document;
    const { segment } = lines[n],
      next = lines[n + 1]?.segment ?? end;
    const scanner = scannerOf(document, document.segments.separators(segment));
    result.copy(this.ofLine);
    for (let i = segment + 1; i < next; i += 1) if (!isLineNumber(text, starts[i])) result.addFrom(scanner, starts[i], ends[i]);
    return result;
  }

  private addWords(
    { form, day, date, place, frequency, diagnoses: { length }, rendering, billing, coverages }: Claim,
    sent: SentClaim,
  ): void {
    const {
      common,
      ofLine,
      parts: { head, diagnoses, lines },
    } = this;
    const first = coverages[0],
      payer = first?.payer,
      biller = billing?.target,
      { subscriber } = sent;
    const { element, component, repetition } = sent.document.segments.separators(sent.first);
    common.clear();
    addWords(common, [element, component, repetition, form, day, place?.value, sent.place.value, frequency]);
    diagnoses.copy(common);
    ofLine.copy(common);
    addWords(ofLine, [date?.value.from, date?.value.to, payer?.filing?.value]);
    lines.copy(ofLine);
    addWords(lines, [sent.purpose, payer?.id.value, rendering?.at.value, biller?.npi?.value, biller?.taxonomy?.value]);
    lines.addNumber(length);
    head.copy(ofLine);
    addWords(head, [
      sent.frequency.value,
      sent.died?.value,
      payer?.id.value,
      first?.at.value,
      first?.coverage.medicareSecondary?.value,
      subscriber?.order.value,
      subscriber?.relationship.value,
    ]);
    head.addNumber((sent.dependent ? 1 : 0) + (subscriber && subscriber.ownClaims > 0 ? 2 : 0));
  }

  private addText({ id }: Claim, { document, first, end }: SentClaim): void {
    const {
      text,
      segments: { starts, ends, names },
    } = document;
    const { head, diagnoses, lines } = this.parts;
    const scanner = scannerOf(document, document.segments.separators(first));
    head.addFrom(scanner, id.span.end, ends[first]);
    let part = head;
    for (let i = first + 1; i < end; i += 1) {
      const start = starts[i],
        name = names[i];
      if (name === LX) {
        part = lines;
        lines.addNumber(0);
      } else if (part === head) (name === HI ? diagnoses : head).addFrom(scanner, start, ends[i]);
      else if (!isLineNumber(text, start)) {
        lines.addFrom(scanner, start, ends[i]);
        // Behind the lines they are out of order, and speak of the claim all the same.
        if (name === SBR || name === CL1) head.addFrom(scanner, start, ends[i]);
      }
    }
  }
}

const [CL1, HI, LX, SBR] = ['CL1', 'HI', 'LX', 'SBR'].map(nameNumber);

function addWords(sum: TextSum, words: readonly (string | undefined)[]): void {
  for (const word of words) sum.addWord(word);
}

function isLineNumber(text: string, start: number): boolean {
  return (
    text.charCodeAt(start) === 82 &&
    text.charCodeAt(start + 1) === 69 &&
    text.charCodeAt(start + 2) === 70 &&
    text.charCodeAt(start + 4) === 54 &&
    text.charCodeAt(start + 5) === 82
  );
}
