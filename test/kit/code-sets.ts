// The code sets that ship, with a few codes whose dates are known, opened once for all tests of a file.
import type { CodeSets } from '../../codesets/code-set';
import { compileEdition } from '../../codesets/compile';
import { importRelease } from '../../codesets/importers';
import { type EditionSource, openCodeSets } from '../../codesets/open';
import { type Row, readBlocks, readRows } from '../../codesets/rows';
import { popularityOf } from '../../codesets/search/popularity';
import { starterLists } from '../../codesets/starter';
import { meaningsOf } from '../../server/terms/look-up';

/** Codes that began or ended on a known day. They take the place of the same codes of the starter lists. */
const DATED: Readonly<Record<string, readonly Row[]>> = {
  'icd-10-cm': [
    {
      code: 'T40.4X1A',
      title: 'Poisoning by other synthetic narcotics, accidental (unintentional), initial encounter',
      billable: true,
      to: '2020-09-30',
      more: { replacedBy: 'T40.491A' },
    },
    {
      code: 'T40.491A',
      title: 'Poisoning by other synthetic narcotics, accidental (unintentional), initial encounter',
      billable: true,
      from: '2020-10-01',
      more: {},
    },
    {
      code: 'T78.07XA',
      title: 'Anaphylactic reaction due to milk and dairy products, initial encounter',
      billable: true,
      to: '2025-09-30',
      more: { replacedBy: 'T78.070A\nT78.071A\nT78.079A' },
    },
    { code: 'E66.811', title: 'Obesity, class 1', billable: true, from: '2024-10-01', more: {} },
    { code: 'G63', title: 'Polyneuropathy in diseases classified elsewhere', billable: true, more: {} },
    { code: 'S52.501', title: 'Unspecified fracture of the lower end of right radius', billable: false, more: {} },
    {
      code: 'S52.501A',
      title: 'Unspecified fracture of the lower end of right radius, initial encounter for closed fracture',
      billable: true,
      more: {},
    },
    {
      code: 'S52.501D',
      title: 'Unspecified fracture of the lower end of right radius, subsequent encounter for closed fracture with routine healing',
      billable: true,
      more: {},
    },
    { code: 'W19', title: 'Unspecified fall', billable: false, more: {} },
    { code: 'W19.XXXA', title: 'Unspecified fall, initial encounter', billable: true, more: {} },
    { code: 'W19.XXXD', title: 'Unspecified fall, subsequent encounter', billable: true, more: {} },
  ],
  hcpcs: [
    {
      code: 'J7321',
      title: 'Hyaluronan or derivative, Hyalgan, Supartz or Visco-3, for intra-articular injection, per dose',
      billable: true,
      more: {},
    },
    {
      code: 'C9132',
      title: 'Prothrombin complex concentrate (human), Kcentra, per i.u. of factor IX activity',
      billable: true,
      to: '2021-06-30',
      more: { replacedBy: 'J7168' },
    },
    {
      code: 'Q0999',
      title: 'Vaccine of a former season, any dose',
      billable: true,
      to: '2025-12-31',
      more: { replacedBy: 'J7168\nJ7321' },
    },
    {
      code: 'J7168',
      title: 'Prothrombin complex concentrate (human), Kcentra, per i.u. of factor IX activity',
      billable: true,
      from: '2021-07-01',
      more: {},
    },
  ],
  modifiers: [
    { code: '95', title: 'Telehealth with video and sound', billable: true, from: '2017-01-01', more: {} },
    { code: '93', title: 'Telehealth with sound only', billable: true, from: '2022-01-01', more: {} },
  ],
};

/** A line of the fee schedule: code, status, the indicator of its two parts, global days. */
function relative(code: string, status: string, parts: string, global: string): string {
  return [
    code,
    '',
    '',
    status,
    '',
    '1.00',
    '1.00',
    '',
    '1.00',
    '',
    '0.10',
    '',
    '',
    parts,
    global,
    ...Array.from({ length: 9 }, () => '0'),
    '33.00',
  ].join(',');
}

/** What payers check against, in the publishers' layouts: a few rows for the rules that ask for it. */
const EDITS: Readonly<Record<string, string>> = {
  'ccipra-v323r0-f1.txt': [
    'Column1/Column2 Edits',
    '11042\t97597\t\t20100101\t*\t1\tMore extensive procedure',
    '11042\t77065\t\t20100101\t*\t9\tMore extensive procedure',
    '29881\t29870\t*\t19960101\t*\t0\tStandards of medical / surgical practice',
    '64450\t99213\t\t20100101\t*\t1\tStandards of medical / surgical practice',
    '99214\t80047\t\t20100101\t*\t0\tMisuse of column two code with column one code',
    '',
  ].join('\r\n'),
  'ccioph-v323r0-f1.txt': 'Column1/Column2 Edits\r\n97597\t11042\t\t20100101\t*\t1\tMore extensive procedure\r\n',
  'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv':
    '"HCPCS/\nCPT Code","Practitioner Services MUE Values","MUE Adjudication Indicator","MUE Rationale"\n' +
    '29881,1,"2 Date of Service Edit: Policy","Anatomic Consideration"\n88305,16,1 Line Edit,Clinical: Data\n96372,5,3 Date of Service Edit: Clinical,Clinical: Data\n',
  'MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.csv':
    '"HCPCS/\nCPT Code","Outpatient Hospital Services MUE Values","MUE Adjudication Indicator","MUE Rationale"\n' +
    '29881,1,"2 Date of Service Edit: Policy","Anatomic Consideration"\n96372,8,3 Date of Service Edit: Clinical,Clinical: Data\n',
  'MCR_MUE_DMESupplierServices_Eff_10-01-2026.csv':
    '"HCPCS/\nCPT Code","DME Supplier Services MUE Values","MUE Adjudication Indicator","MUE Rationale"\n' +
    'A4253,6,3 Date of Service Edit: Clinical,Nature of Equipment\n',
  'mce-v43.1-diagnosis-flags.tsv':
    'code\tstart\tend\tattributes\nA33\t20151001\t\tnewborn\nE119\t20151001\t\tqadm\nS52509A\t20220401\t\tunspecified\nZ1231\t20151001\t\tunacceptable\n',
  'mce-v43.1-age-ranges.tsv':
    'type\tmin\tmax\tstart\tend\nAdult\t15\t124\t19840301\t\nMaternity\t9\t64\t20191001\t\nNewborn\t0\t0\t19840301\t\nPediatric\t0\t17\t19840301\t\n',
  'PPRRVU2026_Oct.csv': [
    '2026 National Physician Fee Schedule Relative Value File October Release',
    relative('43235', 'A', '0', '000'),
    relative('94010', 'A', '1', 'XXX'),
    relative('98960', 'I', '9', 'XXX'),
    '',
  ].join('\n'),
  'AOC_V2026Q4-MCR.txt': [
    'Edit_Type\tAdd_On_Code\tAOC_Del_Date\tPrimary_Code\tPrimary_Code_Del_Date\tEdit_Eff_Date\tEdit_Del_Date\tSpecial_Instructions',
    '1\t11045\t\t11042\t\t2013091\t\t',
    '1\t99292\t\t99291\t\t2013091\t\t',
    '2\t0174T\t\tCCCCC\t\t2013091\t\t',
    '',
  ].join('\n'),
};

let opened: CodeSets | undefined;

export function codeSets(): CodeSets {
  return (opened ??= openCodeSets(
    [
      ...edits(),
      ...starterLists.map(({ manifest, codes, blocks }) => {
        const dated = DATED[manifest.id] ?? [];
        const taken = new Set(dated.map((row) => row.code));
        const rows = () => [...readRows(codes).filter((row) => !taken.has(row.code)), ...dated];
        return { manifest, open: () => compileEdition(manifest, rows(), blocks ? readBlocks(blocks) : [], popularityOf(manifest.id)) };
      }),
    ],
    undefined,
    meaningsOf,
  ));
}

function edits(): EditionSource[] {
  return Object.entries(EDITS).flatMap(([name, text]) => {
    const imported = importRelease([{ name, bytes: new TextEncoder().encode(text) }], {
      source: 'a test',
      retrieved: '2026-11-21',
      sha256: 'ab',
    });
    if (typeof imported === 'string') throw new Error(`${name}: ${imported}`);
    return imported.map(({ manifest, bytes }) => ({ manifest, open: () => bytes }));
  });
}
