// A code has one fee.
import { fileName } from '../../model/value';
import { formatMoney } from '../../model/money';
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'warning',
  since: '0.1.0',
  title: 'A code has one fee',
  why: 'With two fees for a code only the first one read is charged.',
  cites: ['Superbill, the language'],
  bad: ['fees\n  99213 150.00 Office visit'],
  good: ['fees\n  99215 250.00 Office visit'],
  check({ source, definitions }, { report, workspace }) {
    for (const fee of definitions.fees) {
      const same = workspace.fees(fee.code.value);
      if (same.length < 2) continue;
      const other = same.find((one) => one.code.source !== source) ?? same.find((one) => one.span.start !== fee.span.start);
      if (!other) continue;
      const where = other.source === source ? 'elsewhere in this file' : `in ${fileName(other.source)}`;
      report(fee.code, `${fee.code.value} also has a fee ${where}${other.charge ? `: ${formatMoney(other.charge.value)}` : ''}`);
    }
  },
});
