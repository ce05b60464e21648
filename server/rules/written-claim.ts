// What a file writes of a claim, as sums of its parts: claims are written alike where these are the same.
import type { Claim } from '../model/claim';
import type { Diagnosis } from '../model/definitions';
import type { SentClaim } from '../model/sent-claim';
import { TextSum } from '../model/text-sum';
import type { ClaimPart } from './rule';

/**
 * Sums over the text of a claim, without the numbers that are its own (CLM01, LX, REF*6R). With each part go the words that most rules
 * ask for, wherever they stand in the file: day, place, form, frequency, number of diagnoses, who bills and who gave the service, and
 * what is said of the first payer. Of the patient there is nothing.
 */
export class WrittenClaim {
  private readonly common = new TextSum();
  private readonly parts = { head: new TextSum(), diagnoses: new TextSum(), lines: new TextSum() };
  private readonly result = new TextSum();

  read(claim: Claim, sent: SentClaim): void {
    this.addCommon(claim, sent);
    this.addText(claim, sent);
    for (const { code, modifiers, day, who, units } of sent.beside) {
      const { lines } = this.parts;
      for (const word of [code, ...modifiers, day, who]) lines.addWord(word);
      lines.addNumber(units);
    }
  }

  /** Of some parts. */
  sumOf(parts: readonly ClaimPart[]): number {
    const { result } = this;
    result.copy(this.common);
    for (const part of parts) result.addSum(this.parts[part]);
    return result.value();
  }

  /** Of a diagnosis: its code, and whether it is the first. */
  sumOfCode({ code, position }: Diagnosis): number {
    const { result } = this;
    result.copy(this.common);
    result.addWord(code?.value);
    result.addNumber(position === 1 ? 1 : 0);
    return result.value();
  }

  /** Of a line, by its number in the claim. */
  sumOfLine({ document: { text, segments: { starts, ends } }, lines, end }: SentClaim, n: number): number {
    const { result } = this;
    const next = lines[n + 1]?.segment ?? end;
    result.copy(this.common);
    for (let i = lines[n].segment + 1; i < next; i += 1) if (!isLineNumber(text, starts[i])) result.add(text, starts[i], ends[i]);
    return result.value();
  }

  private addCommon({ form, day, date, place, frequency, diagnoses, rendering, billing, coverages }: Claim, sent: SentClaim): void {
    const { common } = this;
    const first = coverages[0], payer = first?.payer, biller = billing?.target, { subscriber } = sent;
    const { element, component, repetition } = sent.document.segments.separators(sent.first);
    common.clear();
    for (const word of [
      element, component, repetition, form, day, date?.value.from, date?.value.to, place?.value, frequency, sent.place.value, sent.frequency.value,
      sent.purpose, sent.died?.value,
      rendering?.at.value, biller?.npi?.value, biller?.taxonomy?.value, payer?.filing?.value, payer?.id.value, first?.at.value,
      first?.coverage.medicareSecondary?.value, subscriber?.order.value, subscriber?.relationship.value,
    ]) common.addWord(word);
    common.addNumber(diagnoses.length);
    common.addNumber((sent.dependent ? 1 : 0) + (subscriber && subscriber.ownClaims > 0 ? 2 : 0));
  }

  private addText({ id }: Claim, { document, first, end }: SentClaim): void {
    const { text, segments } = document, { starts, ends } = segments;
    const element = segments.separators(first).element.charCodeAt(0);
    const { head, diagnoses, lines } = this.parts;
    head.clear();
    diagnoses.clear();
    lines.clear();
    head.add(text, id.span.end, ends[first]);
    let part = head;
    for (let i = first + 1; i < end; i += 1) {
      const start = starts[i], name = nameAt(text, start, ends[i], element);
      if (name === LX) {
        part = lines;
        lines.addNumber(0);
      } else if (part === head) (name === HI ? diagnoses : head).add(text, start, ends[i]);
      else if (!isLineNumber(text, start)) {
        lines.add(text, start, ends[i]);
        // Behind the lines they are out of order, and speak of the claim all the same.
        if (name === SBR || name === CL1) head.add(text, start, ends[i]);
      }
    }
  }
}

const [CL1, HI, LX, SBR] = ['CL1', 'HI', 'LX', 'SBR'].map((name) => nameAt(name, 0, name.length, 0));

/** The name of a segment as a number; small letters are read like capitals. */
function nameAt(text: string, start: number, end: number, element: number): number {
  let name = 0;
  for (let i = start; i < end && i < start + 4; i += 1) {
    const code = text.charCodeAt(i);
    if (code === element) break;
    name = (name << 7) | (code >= 97 && code <= 122 ? code - 32 : code);
  }
  return name;
}

function isLineNumber(text: string, start: number): boolean {
  return text.charCodeAt(start) === 82 && text.charCodeAt(start + 1) === 69 && text.charCodeAt(start + 2) === 70
    && text.charCodeAt(start + 4) === 54 && text.charCodeAt(start + 5) === 82;
}
