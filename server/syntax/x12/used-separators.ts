// The delimiters that an interchange really uses, seen in the segments behind its ISA: where ISA declares others, that is one fault, not many.
import { isWordCode, type Separators } from './separators';

/** So far behind an ISA the signs in use are looked for, in characters. */
export const SEEN = 8000;

/** By fewer composites, all of which speak against ISA16, it is not given up. */
const FEWEST = 2;

/** The delimiters of the segments behind an ISA, which ends at `end`: the declared ones, unless all that stands there speaks for others. */
export function usedSeparators(text: string, end: number, declared: Separators): Separators {
  let used = declared;
  const head = headSigns(text.slice(end, end + 300));
  if (head) {
    const { element, segment } = head;
    if (element !== declared.element || (segment !== undefined && segment !== declared.segment && segment !== element))
      used = { ...used, element, segment: segment ?? declared.segment };
  }
  const signs = signsInData(text, end, used);
  const component = signs.component ?? used.component;
  let repetition = signs.repetition ?? used.repetition;
  // One sign for both is told as such, and read as declared.
  if (component === repetition && declared.component !== declared.repetition)
    repetition = [component, used.element, used.segment].includes('^') ? '' : '^';
  return component === used.component && repetition === used.repetition ? used : { ...used, component, repetition };
}

/** What separates the elements of a GS that comes next, and what ends it where that is no line break, told by the ST behind it. */
function headSigns(text: string): { element: string; segment: string | undefined } | undefined {
  const at = text.search(/GS[^A-Za-z0-9\s]/);
  if (at < 0 || at > 3 || !/^[^A-Za-z0-9]*$/.test(text.slice(0, at))) return undefined;
  const element = text[at + 2];
  const next = text.indexOf(`ST${element}`, at + 3);
  if (next < 0 || !/^\d{3}/.test(text.slice(next + 3, next + 6))) return undefined;
  const sign = text.slice(at, next).trimEnd().slice(-1);
  return { element, segment: isWordCode(sign.charCodeAt(0)) || sign === element ? undefined : sign };
}

/** Where composites stand that are in nearly every file, by the segment's name. */
const COMPOSITES: Readonly<Record<string, number>> = { CLM: 5, HI: 1, SV1: 1, SV2: 2, SV3: 1, SVC: 1, SVD: 3, STC: 1, PLB: 3 };
/** Where values are repeated: kinds of service that are asked for and told of. */
const REPETITIONS: Readonly<Record<string, number>> = { EQ: 1, EB: 3 };

/** A composite or a repetition begins with a code, and goes on with another one behind a sign. */
const SIGN = /^[A-Z0-9]{1,3}([^A-Za-z0-9\s.\-'])[A-Z0-9]/;

/** The signs that stand where the declared ones should, if these do not occur there at all. */
function signsInData(text: string, from: number, declared: Separators): { component?: string; repetition?: string } {
  const { element, segment } = declared;
  const stop = Math.min(text.length, from + SEEN);
  const components = new Signs(declared.component),
    repetitions = new Signs(declared.repetition);
  for (let at = from, end: number; at < stop; at = end + 1) {
    end = text.indexOf(segment, at);
    if (end < 0) end = stop;
    while (at < end && text.charCodeAt(at) <= 32) at++;
    const mark = text.indexOf(element, at);
    if (mark < 0 || mark > at + 3) continue;
    const id = text.slice(at, mark);
    if (id === 'ISA' || id === 'IEA') break;
    const n = COMPOSITES[id] ?? REPETITIONS[id];
    if (n === undefined) continue;
    const value = text.slice(at, Math.min(end, at + 200)).split(element, n + 1)[n] ?? '';
    // What is repeated may hold composites' signs, and the other way round: then neither tells of the other.
    if (id in REPETITIONS) {
      if (!value.includes(declared.component)) repetitions.see(value, element);
    } else components.see(value, element);
    if (components.declared || repetitions.declared) break;
  }
  return {
    component: components.found(FEWEST),
    // One value alone may be mistyped, but hardly with the usual sign.
    repetition: repetitions.found(repetitions.sign === '^' ? 1 : FEWEST),
  };
}

/** Counts the signs that stand in place of a declared one. */
class Signs {
  declared = false;
  sign: string | undefined = undefined;
  private seen = 0;
  private mixed = false;

  constructor(private readonly expected: string) {}

  see(value: string, element: string): void {
    if (this.expected !== '' && value.includes(this.expected)) {
      this.declared = true;
      return;
    }
    const sign = SIGN.exec(value)?.[1];
    if (sign === undefined || sign === element) return;
    this.mixed ||= this.sign !== undefined && this.sign !== sign;
    this.sign = sign;
    this.seen++;
  }

  found(fewest: number): string | undefined {
    return !this.declared && !this.mixed && this.seen >= fewest ? this.sign : undefined;
  }
}
