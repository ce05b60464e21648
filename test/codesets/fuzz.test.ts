// Every importer on spoilt files: cut, repeated, binary, with huge lines. It refuses with a reason or gives whole editions, and never falls over.
import assert from 'node:assert/strict';
import { unpackFiles } from '../../codesets/archive';
import { openEdition } from '../../codesets/edition';
import { Refusal } from '../../codesets/import';
import { importRelease } from '../../codesets/importers';
import { openPairs } from '../../codesets/pairs';

const origin = { source: 'a file', retrieved: '2026-11-21', sha256: 'ab' };
const orderLine = (number: number, code: string, billable: 0 | 1, title: string): string =>
  `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.padEnd(60)} ${title}`;
const record = (code: string, kind: string, title: string): string =>
  `${code.padStart(5)}00100${kind}${title.padEnd(80)}${'short'.padEnd(28)}`.padEnd(268) + '2020010120200101        N'.padEnd(52);
const change = (label: string, code: string, title: string): string =>
  `${`${label}:`.padEnd(13)}1 ${code.padEnd(8)}${title.padEnd(61)}${title}`;
const places = Array.from({ length: 110 }, (_, index) => [String(10_000 + index), String(index % 100).padStart(2, '0')] as const);
const index = (head: string, entry: string): string =>
  `<?xml version="1.0"?>\n<ICD10CM.index><version>2026</version>${head}<letter><title>A</title><mainTerm><title>Aspirin<nemod>(acid)</nemod></title>${entry}</mainTerm></letter></ICD10CM.index>`;
const chapters = Array.from(
  { length: 21 },
  (_, number) => `<chapter><name>${number + 1}</name><desc>Chapter (A00-B99)</desc><section id="A00-A09"><desc>Block</desc>
<diag><name>A00</name><desc>Cholera</desc><includes><note>of any kind</note></includes></diag></section></chapter>`,
).join('');

/** A small whole file of each layout, by the name under which it comes. */
const SAMPLES: Readonly<Record<string, string>> = {
  'icd10cm-order-2026.txt': [
    orderLine(1, 'A00', 0, 'Cholera'),
    orderLine(2, 'A009', 1, 'Cholera, unspecified'),
    orderLine(3, 'Z998', 1, 'Other dependence'),
  ].join('\n'),
  'icd10pcs_order_2026.txt': [
    orderLine(1, '001', 0, 'Bypass'),
    orderLine(2, '0016070', 1, 'Bypass Cerebral'),
    orderLine(3, 'XY0YX37', 1, 'Other'),
  ].join('\n'),
  'icd10cm-order-addenda-2026.txt': [
    change('Delete', 'T528X1A', 'Solvents'),
    change('Add', 'T52891A', 'Solvents'),
    '\nCodes\n  9 codes in one\n  9 codes in two\n    1 additions\n    1 deletions\n    0 revisions',
  ].join('\n'),
  'conversion 2026.txt': 'Current code assignment\tEffective\tPrevious Code(s) Assignment\nR99.1\tOctober 1, 2025\tR99.9\n',
  'icd10cm_tabular_2026.xml': `<?xml version="1.0"?>\n<ICD10CM.tabular><version>2026</version>${chapters}</ICD10CM.tabular>`,
  'icd10cm_eindex_2026.xml': index(
    '<title>External Cause Index</title>',
    '<code>W11.-</code><term level="1"><title>two</title><see>Aspirin</see></term>',
  ),
  'icd10cm_drug_2026.xml': index(
    '<indexHeading><head col="1">Substance</head><head col="2">Poisoning</head></indexHeading>',
    '<cell col="2">T39.011</cell>',
  ),
  'HCPC2026.txt': [
    record('A0021', '3', 'Ambulance'),
    record('A0021', '4', 'more'),
    record('V2020', '3', 'Frames'),
    record('   A1', '7', 'Dressing'),
  ].join('\n'),
  'HCPC2026.xlsx.txt':
    'HCPC\tSEQNUM\tRECID\tLONG DESCRIPTION\tSHORT DESCRIPTION\tADD DT\tACT EFF DT\tTERM DT\nA0021\t10\t3\tAmbulance\tAmb\t20200101\t20200101\nV2020\t10\t3\tFrames\tF\t20150101\t20150101',
  'ccipra-v323r0-f1.txt':
    'Column1/Column2 Edits\n20610\t20600\t\t20200101\t*\t1\tMisuse\n20610\t36415\t*\t19960101\t20191231\t0\tStandards\n',
  'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv':
    '"HCPCS/\nCPT Code","Practitioner Services MUE Values","MUE Adjudication Indicator","MUE Rationale"\n20610,2,"2 Date of Service Edit","Anatomic"\n',
  'AOC_V2026Q1-MCR.txt': '101953       01952       2013091\n120931       20930       2013091\n299292       CCCCC       2013091\n',
  'mce-v43.1-flags.tsv': 'code\tstart\tend\tattributes\nO800\t20151001\t20190930\tmaternity\nZ998\t20201001\t\tunspecified\n',
  'mce-v43.1-ages.tsv':
    'type\tmin\tmax\tstart\tend\nAdult\t15\t124\t19840301\t\nMaternity\t9\t64\t20191001\t\nNewborn\t0\t0\t19840301\t\nPediatric\t0\t17\t19840301\t\n',
  'PPRRVU2026_Oct.csv': `,,2026 National Physician Fee Schedule Relative Value File October Release\nHCPCS,MOD,DESCRIPTION\n99213,,,A,,1.30,1.40,,0.50,,0.10,2.8,1.9,0,XXX,0,0,0,0,0,0,0,0,,32.3465,09\n`,
  'GPCI2026.csv': `MAC,State,Locality Number,Locality Name,2026 PW GPCI,2026 PE GPCI,2026 MP GPCI\n${places.map(([mac, place]) => `${mac},AL,${place},N,1,1,1`).join('\n')}\n`,
  'ANES2026.csv': `Contractor,Locality,Locality Name,National Anes CF of 20.3178\n${places.map(([mac, place]) => `${mac},${place},N,19.31`).join('\n')}\n`,
  'anes units 2026.txt': 'Code\tBase Units\n00100\t5\n00102\t6\n',
  'nucc_taxonomy_261.csv':
    '"Code","Grouping","Classification","Specialization","Definition","Notes","Display Name","Section"\n"207Q00000X","G","Family Medicine","","D","","Family","I"\n',
  'cpt 2026.txt': 'Code\tShort\tMedium\tLong\n99999\tS\tM\tL\n99998\tS\tM\tL\n',
};

/** The same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const SPOIL: Readonly<Record<string, (bytes: Uint8Array, next: (below: number) => number) => Uint8Array>> = {
  cut: (bytes, next) => bytes.slice(0, next(bytes.length)),
  'a piece missing': (bytes, next) => {
    const at = next(bytes.length);
    return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + next(40))]);
  },
  repeated: (bytes, next) => {
    const at = next(bytes.length);
    return Uint8Array.from([...bytes, ...bytes.slice(at), ...bytes]);
  },
  binary: (bytes, next) => bytes.map((byte) => (next(50) === 0 ? next(256) : byte)),
  'a huge line': (bytes, next) => {
    const at = next(bytes.length);
    return Uint8Array.from([...bytes.slice(0, at), ...new Uint8Array(30_000).fill(32 + next(90)), ...bytes.slice(at)]);
  },
  'lines in another order': (bytes, next) => {
    const lines = new TextDecoder('latin1').decode(bytes).split('\n');
    return new TextEncoder().encode(
      lines
        .map((line) => [next(1000), line] as const)
        .sort((one, other) => one[0] - other[0])
        .map(([, line]) => line)
        .join('\n'),
    );
  },
};
const ROUNDS = 12;

suite('spoilt files', function () {
  for (const [name, text] of Object.entries(SAMPLES)) {
    const whole = new TextEncoder().encode(text);
    test(`${name} whole is taken`, () => {
      const result = importRelease([{ name, bytes: whole }], origin);
      assert.ok(typeof result !== 'string', String(result));
      assert.ok(result.length > 0);
    });
    for (const [how, spoil] of Object.entries(SPOIL)) {
      test(`${name}: ${how}`, async () => {
        const next = numbers(how.length * 7919 + name.length);
        for (let round = 0; round < ROUNDS; round++) await takeOrRefuse(name, spoil(whole, next));
      });
    }
  }
});

/** What is taken is whole: it opens, and has as many entries as it says. What is not has a reason. */
async function takeOrRefuse(name: string, bytes: Uint8Array): Promise<void> {
  let result: ReturnType<typeof importRelease>;
  try {
    result = importRelease(await unpackFiles([{ name, bytes }]), origin);
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return;
  }
  if (typeof result === 'string') {
    assert.notEqual(result.trim(), '');
    return;
  }
  for (const { manifest, bytes: compiled } of result) {
    const opened = manifest.layer === 'pairs' || manifest.layer === 'hospital-pairs' ? openPairs(compiled) : openEdition(compiled);
    assert.ok(typeof opened !== 'string', String(opened));
    if ('count' in opened) {
      assert.equal(opened.count, manifest.count);
      for (let row = 0; row < Math.min(opened.count, 5); row++) assert.equal(opened.rowOf(opened.keyAt(row)), row);
    }
  }
}
