// The code sets that ship, with a few codes whose dates are known, opened once for all tests of a file.
import type { CodeSets } from '../../codesets/code-set';
import { compileEdition } from '../../codesets/compile';
import { openCodeSets } from '../../codesets/open';
import { type Row, readBlocks, readRows } from '../../codesets/rows';
import { popularityOf } from '../../codesets/search/popularity';
import { starterLists } from '../../codesets/starter';

/** Codes that began or ended on a known day. They take the place of the same codes of the starter lists. */
const DATED: Readonly<Record<string, readonly Row[]>> = {
  'icd-10-cm': [
    { code: 'T40.4X1A', title: 'Poisoning by other synthetic narcotics, accidental (unintentional), initial encounter', billable: true, to: '2020-09-30', more: { replacedBy: 'T40.491A' } },
    { code: 'T40.491A', title: 'Poisoning by other synthetic narcotics, accidental (unintentional), initial encounter', billable: true, from: '2020-10-01', more: {} },
    { code: 'E66.811', title: 'Obesity, class 1', billable: true, from: '2024-10-01', more: {} },
    { code: 'G63', title: 'Polyneuropathy in diseases classified elsewhere', billable: true, more: {} },
    { code: 'S52.501', title: 'Unspecified fracture of the lower end of right radius', billable: false, more: {} },
    { code: 'S52.501A', title: 'Unspecified fracture of the lower end of right radius, initial encounter for closed fracture', billable: true, more: {} },
    { code: 'S52.501D', title: 'Unspecified fracture of the lower end of right radius, subsequent encounter for closed fracture with routine healing', billable: true, more: {} },
    { code: 'W19', title: 'Unspecified fall', billable: false, more: {} },
    { code: 'W19.XXXA', title: 'Unspecified fall, initial encounter', billable: true, more: {} },
    { code: 'W19.XXXD', title: 'Unspecified fall, subsequent encounter', billable: true, more: {} },
  ],
  hcpcs: [
    { code: 'J7321', title: 'Hyaluronan or derivative, Hyalgan, Supartz or Visco-3, for intra-articular injection, per dose', billable: true, more: {} },
    { code: 'C9132', title: 'Prothrombin complex concentrate (human), Kcentra, per i.u. of factor IX activity', billable: true, to: '2021-06-30', more: { replacedBy: 'J7168' } },
    { code: 'J7168', title: 'Prothrombin complex concentrate (human), Kcentra, per i.u. of factor IX activity', billable: true, from: '2021-07-01', more: {} },
  ],
  modifiers: [
    { code: '95', title: 'Telehealth with video and sound', billable: true, from: '2017-01-01', more: {} },
    { code: '93', title: 'Telehealth with sound only', billable: true, from: '2022-01-01', more: {} },
  ],
};

let opened: CodeSets | undefined;

export function codeSets(): CodeSets {
  return (opened ??= openCodeSets(starterLists.map(({ manifest, codes, blocks }) => {
    const dated = DATED[manifest.id] ?? [];
    const taken = new Set(dated.map((row) => row.code));
    const rows = () => [...readRows(codes).filter((row) => !taken.has(row.code)), ...dated];
    return { manifest, open: () => compileEdition(manifest, rows(), blocks ? readBlocks(blocks) : [], popularityOf(manifest.id)) };
  })));
}
