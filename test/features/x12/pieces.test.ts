// Files of all kinds are judged piece by piece: that finds what is found in the whole.
import assert from 'node:assert/strict';
import { checkX12 } from '../../../server/features/x12/check';
import { checkX12Stream } from '../../../server/features/x12/check-stream';
import type { Finding } from '../../../server/rules/rule';
import { BESIDE, worldWith } from '../../kit/scene';
import { mutants } from '../../syntax/x12/mutants';
import { BENEFIT_FILE, COMPANY_PREMIUM_FILE, DECISION_FILE, ENROLLMENT_FILE, STATUS_ANSWER_FILE } from '../../syntax/x12/samples';
import { ACKNOWLEDGEMENT_FILE, CLAIM_ACKNOWLEDGEMENT_FILE, REMITTANCE_FILE } from '../../syntax/x12/valid-files';
import { x12File } from './kit';

const FILES = {
  REMITTANCE_FILE,
  ENROLLMENT_FILE,
  STATUS_ANSWER_FILE,
  CLAIM_ACKNOWLEDGEMENT_FILE,
  BENEFIT_FILE,
  DECISION_FILE,
  COMPANY_PREMIUM_FILE,
  ACKNOWLEDGEMENT_FILE,
};

const LEADS = /^(CLP|INS|HL|RMR|ENT|AK2)\*/;

/** What stands from the last lead to the end of the transaction comes again, so often that it does not fit into what is judged at once. */
function long(text: string): string {
  const lines = text.split('~\n');
  const from = lines.findLastIndex((line) => LEADS.test(line));
  const to = lines.findIndex((line, i) => i > from && /^(SE|PLB|AK9)\*/.test(line));
  const stretch = lines.slice(from, to);
  return [...lines.slice(0, to), ...Array.from({ length: 40 }, () => stretch).flat(), ...lines.slice(to)].join('~\n');
}

const told = (findings: readonly Finding[]) =>
  findings
    .map(({ rule, span, severity, message, transaction }) => [span.start, span.end, rule, severity, message, transaction].join(' '))
    .sort();

suite('X12 files in pieces', function () {
  const world = worldWith(BESIDE);
  for (const [name, file] of Object.entries(FILES)) {
    test(name, () => {
      for (const text of [
        file,
        long(file),
        ...mutants(file)
          .filter((_, n) => n % 7 === 0)
          .map((one) => long(one.text)),
      ]) {
        const stream = checkX12Stream(world, 'file:///a.x12');
        stream.push(text);
        assert.deepEqual(told(checkX12(x12File(text), world)), told(stream.end()));
      }
    });
  }
});
