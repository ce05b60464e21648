// Names of segments as numbers: loops over whole files tell segments apart by them, without making texts.
import type { Era } from './segments';
import { asKey } from './scan';

/** So many numbers there are: three signs of 26 letters, ten digits, or nothing. */
export const NAME_NUMBERS = 37 * 37 * 37;

/** What stands for a sign in a number; 0 for all that is no letter and no digit. Small letters count as capitals. */
const SIGNS = new Uint8Array(128);
for (let i = 0; i < 10; i += 1) SIGNS[48 + i] = 27 + i;
for (let i = 0; i < 26; i += 1) SIGNS[65 + i] = SIGNS[97 + i] = 1 + i;

const texts = new Array<string>(NAME_NUMBERS).fill('');

/** The number of a name, the same in all files. 0 for what is none: longer than three letters and digits, or empty. */
export function nameNumber(name: string): number {
  return numberAt(name, 0, name.length, -1);
}

/** The name with that number, in capitals; '' for 0. */
export function nameText(number: number): string {
  if (number !== 0 && texts[number] === '') texts[number] = asKey(written(number));
  return texts[number];
}

function written(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 37)) {
    const sign = rest % 37;
    if (sign > 0) name = String.fromCharCode(sign < 27 ? 64 + sign : 21 + sign) + name;
  }
  return name;
}

/** The numbers of all names of a text's segments. */
export function nameNumbers(text: string, starts: Uint32Array, ends: Uint32Array, eras: readonly Era[]): Uint16Array {
  const numbers = new Uint16Array(starts.length);
  for (let n = 0; n < eras.length; n += 1) {
    const to = eras[n + 1]?.from ?? starts.length;
    const element = eras[n].separators.element.charCodeAt(0);
    for (let i = eras[n].from; i < to; i += 1) numbers[i] = numberAt(text, starts[i], ends[i], element);
  }
  return numbers;
}

function numberAt(text: string, start: number, end: number, element: number): number {
  let number = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === element) return number;
    const sign = code < 128 ? SIGNS[code] : 0;
    if (sign === 0 || i === start + 3) return 0;
    number = number * 37 + sign;
  }
  return number;
}
