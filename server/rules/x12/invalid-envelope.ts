// An interchange names who sends and who receives, and its numbers are above zero.
import { enclosing } from '../../syntax/x12/enclosing';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'An interchange names sender and receiver, and its control numbers are above zero',
  why: 'The receiver cannot tell whose file it is, or which: it is refused whole.',
  cites: ['ASC X12 005010 interchange control header, ISA06, ISA08 and ISA13', 'ASC X12 005010 functional group header, GS06'],
  transaction: 'ISA06',
  bad: [
    'ISA*00*          *00*          *ZZ*               *ZZ*TRAINPAYER     *260901*1253*^*00501*000000905*0*T*:',
    'ISA*00*          *00*          *ZZ*RIV001         *ZZ*               *260901*1253*^*00501*000000905*0*T*:',
    'GS*HC*RIV001*TRAINPAYER*20260901*1253*0*X*005010X222A1',
  ],
  good: ['GS*HC*RIV001*TRAINPAYER*20260901*1253*7*X*005010X222A1'],
  check({ document, transaction, source }, { report }) {
    const { segments } = document;
    const { interchange, group } = enclosing(document, transaction.first);
    // Said once, with the first transaction.
    if (!interchange || group?.transactions[0] === undefined || group.transactions[0].first !== transaction.first) return;
    const element = (segment: number, n: number) => ({ source, ...segments.element(segment, n) });
    if (group.gs !== undefined) {
      const number = element(group.gs, 6);
      if (/^0+$/.test(number.text)) report(number, 'The number of the group is zero', { transaction: 'GS06' });
    }
    const { isa } = interchange;
    if (isa === undefined || interchange.groups[0] !== group) return;
    for (const [n, who] of [
      [6, 'sender'],
      [8, 'receiver'],
    ] as const) {
      const party = element(isa, n);
      if (party.text.trim() === '') report(party, `The interchange names no ${who}`, { transaction: `ISA0${n}` });
    }
    const number = element(isa, 13);
    if (/^0+$/.test(number.text)) report(number, 'The number of the interchange is zero', { transaction: 'ISA13' });
  },
});
