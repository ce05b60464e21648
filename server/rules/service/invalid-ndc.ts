// A drug code has eleven digits, its quantity is more than none.
import { fullNdc } from '../../model/identifiers';
import { replace, rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A drug code has eleven digits, in parts of 5, 4 and 2',
  why: 'Payers refuse a drug code of any other form. On packages with ten digits one part lacks its leading zero.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2410 LIN03 and CTP04', 'CMS Medicare Claims Processing Manual, chapter 26, item 24'],
  paper: '24',
  transaction: '2410 LIN03',
  bad: [
    'services\n  J3301  AB  x4  ndc 0003-0293-05 ML1',
    'services\n  J3301  AB  x4  ndc 0003029305 ML1',
    'services\n  J3301  AB  x4  ndc 00003-0293-05 ML0',
    'services\n  J3301  AB  x4  ndc 00000-0000-00 ML1',
  ],
  good: ['services\n  J3301  AB  x4  ndc 00003-0293-05 ML1', 'services\n  J3301  AB  x4  ndc 00003029305 ML1'],
  check({ claim, service: { ndc } }, { report }) {
    if (!ndc) return;
    const full = fullNdc(ndc.code.value);
    const digits = ndc.code.value.replaceAll('-', '');
    if (!full) report(ndc.code, `${ndc.code.value} is not a drug code: it has eleven digits, in parts of 5, 4 and 2`);
    else if (/^0+$/.test(digits)) report(ndc.code, `${ndc.code.value} is not a drug code: it only fills the place`);
    else if (claim.origin === 'x12' && ndc.code.value.includes('-')) {
      const plain = full.replaceAll('-', '');
      report(ndc.code, `In a claim a drug code stands without hyphens: ${plain}`, {
        fixes: [replace(ndc.code, plain, `Change to ${plain}`, true)],
      });
    } else if (digits.length !== 11) {
      report(ndc.code, `The drug code lacks a leading zero: ${full}`, { fixes: [replace(ndc.code, full, `Change to ${full}`, true)] });
    } else if (ndc.quantity !== undefined && Number(ndc.quantity) <= 0) {
      const words = claim.origin === 'x12' ? 'how much was given (CTP04) is more than zero' : 'write how much was given, such as ML1';
      report({ source: ndc.code.source, span: ndc.span }, `The drug has no quantity: ${words}`, { transaction: '2410 CTP04' });
    }
  },
});
