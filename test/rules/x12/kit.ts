// Small clean files of each kind, examples that change segments of them, and the check of one rule's examples.
import assert from 'node:assert/strict';
import { checkX12Document } from '../../../server/features/x12/check';
import type { Source } from '../../../server/model/value';
import { Workspace } from '../../../server/model/workspace';
import type { Finding } from '../../../server/rules/rule';
import { type RuleWorld, NO_SETTINGS } from '../../../server/rules/run';
import { RULES } from '../../../server/rules/table';
import { readX12 } from '../../../server/syntax/x12/read';
import { applyEdits } from '../../kit/check';
import { codeSets } from '../../kit/code-sets';
import { TODAY } from '../../kit/frame';
import {
  ATTACHMENT_FILE,
  BENEFIT_FILE,
  COMPANY_PREMIUM_FILE,
  DECISION_FILE,
  ENROLLMENT_FILE,
  STATUS_ANSWER_FILE,
  STATUS_QUESTION_FILE,
} from '../../syntax/x12/samples';
import { ACKNOWLEDGEMENT_FILE, DENTAL_FILE, INQUIRY_FILE, INSTITUTIONAL_FILE } from '../../syntax/x12/valid-files';

/** A clean professional claim of two lines. */
export const PROFESSIONAL_FILE = [
  'ISA*00*          *00*          *ZZ*RIV001         *ZZ*TRAINPAYER     *260901*1253*^*00501*000000905*0*T*:',
  'GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1',
  'ST*837*0001*005010X222A1',
  'BHT*0019*00*B1*20260901*1253*CH',
  'NM1*41*2*RIVERSIDE FAMILY MEDICINE*****46*RIV001',
  'PER*IC*BILLING OFFICE*TE*2175550100',
  'NM1*40*2*TRAINING PAYER*****46*TRAINPAYER',
  'HL*1**20*1',
  'PRV*BI*PXC*207Q00000X',
  'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893',
  'N3*100 MAIN ST',
  'N4*SPRINGFIELD*IL*627011234',
  'REF*EI*361234567',
  'HL*2*1*22*0',
  'SBR*P*18*0098765******CI',
  'NM1*IL*1*DOE*JANE*Q***MI*W123456789',
  'N3*12 ELM ST',
  'N4*SPRINGFIELD*IL*627045678',
  'DMG*D8*19680314*F',
  'NM1*PR*2*AETNA*****PI*60054',
  'CLM*E1001*255***11:B:1*Y*A*Y*Y',
  'HI*ABK:M1711*ABF:E1165',
  'NM1*82*1*CURIE*MARIE****XX*1992012348',
  'PRV*PE*PXC*207Q00000X',
  'LX*1',
  'SV1*HC:99213:25*145*UN*1***1:2',
  'DTP*472*D8*20260815',
  'REF*6R*E1001-1',
  'LX*2',
  'SV1*HC:20610:RT*110*UN*1***1',
  'DTP*472*D8*20260815',
  'REF*6R*E1001-2',
  'SE*31*0001',
  'GE*1*1',
  'IEA*1*000000905',
]
  .map((line) => `${line}~\n`)
  .join('');

const enclosed = (group: string, version: string, lines: readonly string[]): string =>
  [
    'ISA*00*          *00*          *ZZ*TRAINPAYER     *ZZ*RIV001         *260911*1253*^*00501*000000906*0*T*:',
    `GS*${group}*TRAINPAYER*RIV001*20260911*1253*1*X*${version}`,
    ...lines,
    `SE*${lines.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000906',
  ]
    .map((line) => `${line}~\n`)
    .join('');

/** A clean remittance of one claim. */
export const REMITTANCE_FILE = enclosed('HP', '005010X221A1', [
  'ST*835*0001',
  'BPR*I*87.5*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20260910',
  'TRN*1*EFT778899*1512345678',
  'DTM*405*20260909',
  'N1*PR*TRAINING PAYER*XV*60054',
  'N3*1 PAYER PLAZA',
  'N4*HARTFORD*CT*061230000',
  'PER*BL*PROVIDER LINE*TE*8005550100',
  'N1*PE*RIVERSIDE FAMILY MEDICINE*XX*1234567893',
  'REF*TJ*361234567',
  'LX*1',
  'CLP*E1001*1*145*92.5*20*12*PCN100200300*11*1',
  'NM1*QC*1*DOE*JANE*Q***MI*W123456789',
  'DTM*050*20260903',
  'SVC*HC:99213:25*145*92.5**1',
  'DTM*472*20260815',
  'CAS*CO*45*32.5',
  'CAS*PR*3*20',
  'REF*6R*E1001-1',
  'AMT*B6*112.5',
  'LQ*HE*N130',
  'PLB*1234567893*20261231*WO:ADJ1*5',
]);

/** A clean acknowledgement of one claim taken in and one refused. */
export const CLAIM_ACKNOWLEDGEMENT_FILE = enclosed('HN', '005010X214', [
  'ST*277*0001*005010X214',
  'BHT*0085*08*ACK1*20260902*1015*TH',
  'HL*1**20*1',
  'NM1*PR*2*TRAINING PAYER*****PI*60054',
  'TRN*1*RCPT1',
  'DTP*050*D8*20260901',
  'DTP*009*D8*20260902',
  'HL*2*1*21*1',
  'NM1*41*2*RIVERSIDE FAMILY MEDICINE*****46*RIV001',
  'TRN*2*B1',
  'STC*A1:19:PR*20260902*WQ*400',
  'QTY*90*1',
  'QTY*AA*1',
  'AMT*YU*255',
  'AMT*YY*145',
  'HL*3*2*19*1',
  'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893',
  'HL*4*3*PT',
  'NM1*QC*1*DOE*JANE*Q***MI*W123456789',
  'TRN*2*E1001',
  'STC*A2:20*20260902*WQ*255',
  'REF*1K*PCN100200300',
  'DTP*472*D8*20260815',
  'HL*5*3*PT',
  'NM1*QC*1*ROE*ANN****MI*W2',
  'TRN*2*E1002',
  'STC*A7:507*20260902*U*145',
  'DTP*472*D8*20260816',
]);

const FILES: Readonly<Record<string, string>> = {
  '837P': PROFESSIONAL_FILE,
  '837I': INSTITUTIONAL_FILE,
  '837D': DENTAL_FILE,
  '835': REMITTANCE_FILE,
  '999': ACKNOWLEDGEMENT_FILE,
  '277CA': CLAIM_ACKNOWLEDGEMENT_FILE,
  '270': INQUIRY_FILE,
  '271': BENEFIT_FILE,
  '276': STATUS_QUESTION_FILE,
  '277': STATUS_ANSWER_FILE,
  '275': ATTACHMENT_FILE,
  '278': DECISION_FILE,
  '834': ENROLLMENT_FILE,
  '820': COMPANY_PREMIUM_FILE,
};

/**
 * The file of an example. Its first line may name the kind of file (`837P` where it does not). A segment takes the place of the
 * first one of its kind; `after X: …` puts segments, parted by `~`, behind the first one that begins with X; `no X` takes it
 * away; `last: …` adds segments at the end of the transaction. Segments and levels are counted anew.
 */
export function frameX12(example: string): string {
  const [first = '', ...rest] = example.trim().split('\n');
  const named = Object.hasOwn(FILES, first);
  let lines = (named ? FILES[first] : FILES['837P']).split('~\n').filter(Boolean);
  for (const change of named ? rest : [first, ...rest]) lines = changed(lines, change);
  const st = lines.findIndex((line) => line.startsWith('ST*')),
    se = lines.findIndex((line) => line.startsWith('SE*'));
  lines[se] = lines[se].replace(/^SE\*\d+/, `SE*${se - st + 1}`);
  return lines.map((line) => `${line}~\n`).join('');
}

function changed(lines: readonly string[], change: string): string[] {
  const after = /^after ([^:]+?): (.*)$/.exec(change);
  const find = (begin: string): number => {
    const at = lines.findIndex((line) => line === begin || line.startsWith(`${begin}*`) || line.startsWith(begin));
    if (at === -1) throw new Error(`no segment begins with ${begin}`);
    return at;
  };
  if (after) {
    const at = find(after[1]) + 1;
    return [...lines.slice(0, at), ...after[2].split('~'), ...lines.slice(at)];
  }
  if (change.startsWith('last: ')) {
    const at = find('SE');
    return [...lines.slice(0, at), ...change.slice(6).split('~'), ...lines.slice(at)];
  }
  if (change.startsWith('no ')) {
    const at = find(change.slice(3));
    return [...lines.slice(0, at), ...lines.slice(at + 1)];
  }
  const at = find(keyOf(change));
  return lines.map((line, i) => (i === at ? change : line));
}

/** Name and, where several of one name stand in a file, qualifier. */
function keyOf(segment: string): string {
  const [id, one = ''] = segment.split('*');
  if (id === 'HL') return `HL*${one}`;
  if (id === 'STC') return `STC*${one.split(':')[0]}`;
  if (id === 'HI') return `HI*${/^(B?K|ABK)/.test(one) ? 'ABK' : one.split(':')[0]}`;
  return ['NM1', 'REF', 'DTP', 'QTY', 'AMT', 'PRV'].includes(id) ? `${id}*${one}` : id;
}

export function x12World(): RuleWorld {
  return {
    workspace: new Workspace(),
    codes: codeSets(),
    today: TODAY,
    settings: NO_SETTINGS,
    log(message) {
      throw new Error(message);
    },
  };
}

/** All findings of a file, guide and rules together. */
export function x12Findings(text: string, world: RuleWorld = x12World()): Finding[] {
  const source: Source = { uri: 'file:///practice/claims/test.837', text, language: 'x12' };
  return checkX12Document(readX12(text), source, world);
}

/** The examples of a rule are true: one finding of it for each wrong one, which each fix cures; none for a right one. */
export function checkExamples(id: string): void {
  const rule = RULES[id];
  suite(id, () => {
    rule.bad.forEach((example, i) =>
      test(`finds its wrong example ${i + 1}`, () => {
        const text = frameX12(example);
        const own = x12Findings(text).filter((one) => one.rule === id);
        assert.equal(own.length, 1, `${own.map((one) => one.message).join(' | ')}\n${text}`);
        for (const fix of own[0].fixes) {
          const cured = applyEdits(text, fix.edits);
          assert.deepEqual(
            x12Findings(cured)
              .filter((one) => one.rule === id)
              .map((one) => one.message),
            [],
            `“${fix.title}” does not cure\n${cured}`,
          );
        }
      }),
    );
    rule.good.forEach((example, i) =>
      test(`is silent on its right example ${i + 1}`, () => {
        const text = frameX12(example);
        assert.deepEqual(
          x12Findings(text)
            .filter((one) => one.rule === id)
            .map((one) => one.message),
          [],
          text,
        );
      }),
    );
  });
}

/** Says `rule [transaction] message` for each finding of at least a severity. */
export function told(text: string, severities: readonly string[] = ['error', 'warning']): string[] {
  return x12Findings(text)
    .filter((one) => severities.includes(one.severity))
    .map((one) => `${one.rule} [${one.transaction}] ${one.message}`);
}
