// Addresses in the United States: states, ZIP codes, post office boxes.

/** First digit of the ZIP codes of a state or territory. A few border towns have another one. */
const FIRST_DIGITS: Readonly<Record<string, string>> = {
  CT: '0',
  MA: '0',
  ME: '0',
  NH: '0',
  NJ: '0',
  PR: '0',
  RI: '0',
  VT: '0',
  VI: '0',
  AE: '0',
  DE: '1',
  NY: '01',
  PA: '1',
  DC: '2',
  MD: '2',
  NC: '2',
  SC: '2',
  VA: '2',
  WV: '2',
  AL: '3',
  FL: '3',
  GA: '3',
  MS: '3',
  TN: '34',
  AA: '3',
  IN: '4',
  KY: '4',
  MI: '4',
  OH: '4',
  IA: '5',
  MN: '5',
  MT: '5',
  ND: '5',
  SD: '5',
  WI: '5',
  IL: '6',
  KS: '6',
  MO: '6',
  NE: '6',
  AR: '7',
  LA: '7',
  OK: '7',
  TX: '78',
  AZ: '8',
  CO: '8',
  ID: '8',
  NM: '8',
  NV: '8',
  UT: '8',
  WY: '8',
  AK: '9',
  AS: '9',
  CA: '9',
  FM: '9',
  GU: '9',
  HI: '9',
  MH: '9',
  MP: '9',
  OR: '9',
  PW: '9',
  WA: '9',
  AP: '9',
};

/** A state, territory or military post office, two letters in upper case. */
export function isState(code: string): boolean {
  return Object.hasOwn(FIRST_DIGITS, code);
}

/** Can a ZIP code be in a state? True also where the state is not known. */
export function zipFitsState(zip: string, state: string): boolean {
  return !isState(state) || FIRST_DIGITS[state].includes(zip[0]);
}

const POST_OFFICE_BOX = /\bp\.?\s*o\.?\s*box\b|\bpost\s+office\s+box\b|\block\s?box\b|^\s*box\s+\d/i;

export function isPostOfficeBox(street: string): boolean {
  return POST_OFFICE_BOX.test(street);
}
