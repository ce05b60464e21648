// Every form that a line of the language may take, and what is said of one that is wrong; what is right beside it is kept.
import assert from 'node:assert/strict';
import { lowerSuperbill } from '../../../server/model/lower';
import { parseSuperbill } from '../../../server/syntax/superbill/parse';

type Json = string | number | boolean | readonly Json[] | undefined;

/** Values without their places. */
function plain(value: unknown): Json {
  if (typeof value !== 'object' || value === null) return value as Json;
  if (Array.isArray(value)) return value.map(plain);
  if ('value' in value) return plain(value.value);
  if ('from' in value && 'to' in value && !('name' in value)) {
    return value.from === value.to ? String(value.from) : `${String(value.from)}..${String(value.to)}`;
  }
  if ('text' in value) return String(value.text);
  return Object.entries(value)
    .filter(([key, each]) => key !== 'span' && key !== 'source' && each !== undefined)
    .flatMap(([, each]) => plain(each) as Json);
}

/** What the first of each kind says; and problems with the words that they are about. */
function read(text: string): { said: (pick: string) => Json; problems: string[] } {
  const tree = parseSuperbill(text);
  const found = lowerSuperbill(tree, { uri: 'file:///a.encounter', text, language: 'superbill' });
  const [encounter] = found.encounters,
    [patient] = found.patients,
    [contract] = found.contracts;
  const [practice] = found.practices,
    [payer] = found.payers;
  const roots: Record<string, unknown> = {
    ...contract,
    ...payer,
    ...practice,
    ...patient,
    ...patient?.coverages[0],
    ...encounter,
    service: encounter?.services[0],
    diagnosis: encounter?.diagnoses[0],
    payment: encounter?.payments[0],
    fees: found.fees,
  };
  return {
    said: (pick) => plain(pick.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], roots)),
    problems: tree.problems.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`.trim()),
  };
}

type Case = [line: string, expected: Readonly<Record<string, Json>>, problems?: readonly string[]];

function cases(title: string, frame: (line: string) => string, all: readonly Case[]): void {
  suite(`superbill: ${title}`, () => {
    for (const [line, expected, problems = []] of all) {
      test(line.replaceAll('\n', ' / '), () => {
        const found = read(frame(line));
        assert.deepEqual(Object.fromEntries(Object.keys(expected).map((pick) => [pick, found.said(pick)])), expected);
        assert.deepEqual(found.problems, problems);
      });
    }
  });
}

cases('service lines', (line) => `encounter E1\n  services\n    ${line}\n`, [
  ['99213-25 AB 145.00', { 'service.code': '99213', 'service.modifiers': ['25'], 'service.pointers': ['A', 'B'], 'service.charge': 14500 }],
  [
    '99213-25-59-rt-LT ab $1,145',
    { 'service.modifiers': ['25', '59', 'RT', 'LT'], 'service.pointers': ['A', 'B'], 'service.charge': 114500 },
  ],
  ['j3301 A x4', { 'service.code': 'J3301', 'service.units': 4, 'service.charge': undefined }],
  ['A0425 A X20.5 1', { 'service.units': 20.5, 'service.charge': 100 }],
  ['00810 A min30 700.5', { 'service.minutes': 30, 'service.units': undefined, 'service.charge': 70050 }],
  ['99213\tA\t145.00  # comment', { 'service.charge': 14500 }],
  [
    '99213 A 5 date 2026-11-02 place 22 rendering X ordering Y',
    { 'service.date': '2026-11-02', 'service.place': '22', 'service.rendering': 'X', 'service.ordering': 'Y' },
  ],
  ['99213 A 5 date 11/02/2026..11/4/2026', { 'service.date': '2026-11-02..2026-11-04' }],
  ['J3301 A 5 ndc 00003-0293-05 ml1.5', { 'service.ndc.code': '00003-0293-05', 'service.ndc.unit': 'ML', 'service.ndc.quantity': '1.5' }],
  [
    '99213 A 5 note "two  # vials" EMERGENCY line L-1',
    { 'service.note': 'two  # vials', 'service.emergency': true, 'service.line': 'L-1' },
  ],
  ['99213 A,B 145.00', { 'service.code': '99213', 'service.pointers': ['A', 'B'], 'service.charge': 14500 }, ['misplaced-text A,B']],
  ['99213 M x4 145.00', { 'service.units': 4, 'service.charge': 14500 }, ['misplaced-text M']],
  ['99213 A x-1 145.00', { 'service.units': undefined, 'service.charge': 14500 }, ['misplaced-text x-1']],
  ['99213 A 145.001 x2', { 'service.charge': undefined, 'service.units': 2 }, ['invalid-value 145.001']],
  ['99213 A 1,45.00', { 'service.charge': undefined }, ['invalid-value 1,45.00']],
  ['99213 A 145.00 date 2026-11-31 x2', { 'service.date': undefined, 'service.units': 2 }, ['invalid-value 2026-11-31']],
  ['99213 A 5 date 2026-11-04..2026-11-02', { 'service.date': undefined }, ['invalid-value 2026-11-04..2026-11-02']],
  ['99213 A 5 date', { 'service.charge': 500 }, ['missing-value']],
  ['99213 A 5 note left knee', { 'service.note': 'left knee' }, ['invalid-value left knee']],
  ['99213 A 5 note "left knee', { 'service.note': 'left knee' }, ['invalid-value "left knee']],
  ['J3301 A ndc 00003-0293-05 5.00', { 'service.ndc.code': '00003-0293-05', 'service.charge': 500 }, ['missing-value 00003-0293-05']],
  ['-25 A 5', { 'service.code': undefined, 'service.modifiers': ['25'] }, ['missing-value -25']],
]);

cases('diagnoses', (line) => `encounter E1\n  diagnoses\n    ${line}\n`, [
  [
    'A M17.11 Osteoarthritis, right knee',
    { 'diagnosis.letter': 'A', 'diagnosis.code': 'M17.11', 'diagnosis.description': 'Osteoarthritis, right knee' },
  ],
  ['a. m1711', { 'diagnosis.letter': 'A', 'diagnosis.code': 'm1711' }],
  ['M17.11 words # one', { 'diagnosis.letter': undefined, 'diagnosis.description': 'words # one' }],
  ['A M17.11  # comment', { 'diagnosis.description': undefined }],
  ['M M17.11', { 'diagnosis.code': 'M17.11' }, ['invalid-value M']],
  ['B', { 'diagnosis.letter': 'B' }, ['missing-value']],
]);

cases('encounters', (line) => `encounter E1\n  ${line}\n`, [
  ['DATE 2026-11-02', { date: '2026-11-02' }],
  ['date 2026-11-02..2026-11-04', { date: '2026-11-02..2026-11-04' }],
  ['date 11/2/2026', { date: '2026-11-02' }],
  ['date 2026-02-30', { date: undefined }, ['invalid-value 2026-02-30']],
  ['date', { date: undefined }, ['missing-value']],
  ['accident auto 2026-10-30 IL', { accident: ['auto', '2026-10-30', 'IL'] }],
  ['accident AUTO Work IL 10/30/2026', { accident: ['auto', 'work', '2026-10-30', 'IL'] }],
  ['accident cat 2026-10-30', { accident: ['2026-10-30'] }, ['invalid-value cat']],
  ['casualty-claim 12-3456', { casualtyClaim: '12-3456' }],
  ['coverage A B\n  coverage C', { coverages: ['A', 'B', 'C'] }],
  ['patient "DOE-JANE"', { patient: 'DOE-JANE' }],
  ['patient DOE JANE', { patient: 'DOE JANE' }],
  ['patient Doe, Jane', { patient: 'Doe, Jane' }],
  ['patient DOE/JANE', { patient: 'DOE/JANE' }, ['invalid-value DOE/JANE']],
  ['assignment NO', { assignment: 'no' }],
  ['assignment maybe', { assignment: undefined }, ['invalid-value maybe']],
  ['replaces 2026 1', { replaces: '2026 1' }],
  ['voids', { voids: undefined }, ['missing-value']],
  ['note  said  # in one line', { note: 'said  # in one line' }],
  ['note said "yes" and "no"\n  place 11', { note: 'said "yes" and "no"', place: '11' }],
  ['note\n    # in several\n\n    lines\n  place 11  # comment', { note: '    # in several\n\n    lines', place: '11' }],
  ['claim-note Moved  # comment', { claimNote: 'Moved' }],
  ['payments\n    2026-11-02 copay 25.00 card', { payment: ['2026-11-02', 'copay', 2500, 'card'] }],
  ['payments\n    25.00', { payment: [2500] }, ['missing-value']],
  ['payments\n    2026-11-02 tip 25.00', { payment: ['2026-11-02', 2500] }, ['invalid-value tip']],
  ['plaec 11\n  rendering X', { rendering: 'X' }, ['unknown-keyword plaec']],
]);

cases('people', (line) => `patient P\n  ${line}\n`, [
  ['name Doe, Jane Q', { name: 'Doe, Jane Q', 'name.value.first': 'Jane', 'name.value.middle': 'Q' }],
  ['name "Doe, Jane Mary Ann Jr"', { 'name.value.middle': 'Mary Ann', 'name.value.suffix': 'Jr' }],
  ['name van der Berg III, Ann', { 'name.value.last': 'van der Berg', 'name.value.suffix': 'III' }],
  ['born 3/14/1968', { born: '1968-03-14' }],
  ['sex f', { sex: 'F' }],
  ['sex Q', { sex: undefined }, ['invalid-value Q']],
  [
    'address 12 Elm St, Apt 4, Springfield IL 62704-5678',
    {
      'address.value.street': '12 Elm St',
      'address.value.second': 'Apt 4',
      'address.value.city': 'Springfield',
      'address.value.state': 'IL',
      'address.value.zip': '627045678',
    },
  ],
  [
    'address 12 Elm St, St. Louis, mo 631010001',
    { 'address.value.city': 'St. Louis', 'address.value.state': 'MO', 'address.value.zip': '631010001' },
  ],
  ['address 12 Elm St', { address: undefined }, ['invalid-value 12 Elm St']],
  [
    'coverage A\n    member W 12\n    relationship Life-Partner\n    subscriber Doe, John\n      born 1966-01-02\n    copay $25',
    { member: 'W 12', relationship: 'life-partner', copay: 2500, 'subscriber.name': 'Doe, John', 'subscriber.born': '1966-01-02' },
  ],
  ['coverage A\n    relationship cousin\n    group 1', { relationship: undefined, group: '1' }, ['invalid-value cousin']],
]);

cases('practice, payer, fees', (line) => line, [
  ['practice P\n  tax-id EIN 36-1234567\n  npi 1234567893\n', { taxId: ['ein', '36-1234567'], npi: '1234567893' }],
  ['practice P\n  tax-id 36-1234567\n', { taxId: ['ein', '36-1234567'] }, ['missing-value 36-1234567']],
  [
    'payer A\n  timely-filing 12 months\n  authorization 70551 j3301\n  authorization 70553\n',
    { timelyFiling: 365, authorization: ['70551', 'J3301', '70553'] },
  ],
  ['payer A\n  timely-filing soon\n', { timelyFiling: undefined }, ['invalid-value soon']],
  [
    'fees\n  99213 145.00 Office visit\n  20610 $1,110\n',
    {
      fees: [
        ['99213', 14500, 'Office visit'],
        ['20610', 111000],
      ],
    },
  ],
  ['PRACTICE P\n\tname\tX "Y" PC\n', { name: 'X "Y" PC' }],
]);

cases('contracts', (line) => `contract AETNA\n  ${line}\n`, [
  [
    'member W1 Doe, Jane Q 1968-03-14 from 2025-01-01 to 12/31/2026',
    { members: [['W1', 'Doe, Jane Q', '1968-03-14', '2025-01-01', '2026-12-31']] },
  ],
  ['member W1 Doe, Jane', { members: [['W1', 'Doe, Jane']] }],
  ['member W1', { members: [['W1', '']] }, ['missing-value']],
  ['authorization A1 70551 70553 units 2', { authorizations: [['A1', '70551', '70553', 2]] }],
  [
    'allow 99213 92.50\n  allow * 80%',
    {
      allow: [
        ['99213', 9250],
        ['*', 80],
      ],
    },
  ],
  ['allow 99213 lots', { allow: [] }, ['invalid-value lots']],
  ['deductible 500.00\n  coinsurance 12.5%\n  copay 25.00', { deductible: 50000, coinsurance: 12.5, copay: 2500 }],
  ['coinsurance 20', { coinsurance: undefined }, ['invalid-value 20']],
  ['deny 97110 co-96 n130\n  bundle 36415 into 80053', { deny: [['97110', 'CO', '96', 'N130']], bundle: [['36415', '80053']] }],
  ['deny 97110 96', { deny: [] }, ['invalid-value 96']],
  ['timely-filing 120 days\n  requires-authorization 70551', { timelyFiling: 120, requiresAuthorization: ['70551'] }],
]);
