// A number is one member's, and a member stands once in a list or payment.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

interface Member {
  readonly number: Value<string>;
  /** The name as it is written; '' where there is none. */
  name: string;
  /** Everything that tells two entries of one member apart: what is done, with which cover, from which day. */
  said: string;
}

export default rule({
  on: 'transaction',
  types: ['820', '834'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A number belongs to one subscriber, and a member stands once with the same change',
  why: 'The payer enrols or posts to whichever comes last.',
  cites: ['ASC X12N 834 005010X220A1, loop 2000 REF*0F', 'ASC X12N 820 005010X218, loop 2000B ENT04'],
  transaction: '2000 REF02',
  bad: [
    '834\nlast: INS*Y*18*021*28*A***FT~REF*0F*W123456789~NM1*IL*1*MOE*PIA~DMG*D8*19700403*F~HD*021**HLT~DTP*348*D8*20261001\nQTY*TO*5',
    '834\nlast: INS*Y*18*024*07*A***TE~REF*0F*W323456789~DTP*357*D8*20260930~NM1*IL*1*POE*ANNA~HD*024**HLT~DTP*349*D8*20260930\nQTY*TO*5',
  ],
  good: ['834\nlast: INS*Y*18*021*28*A***FT~REF*0F*W323456789~NM1*IL*1*POE*ANNA~HD*021**DEN~DTP*348*D8*20261001\nQTY*TO*5'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    const subscribers = new Map<string, string>();
    const entries = new Set<string>();
    let member: Member | undefined;
    let isSubscriber = false,
      change = '';
    const close = (): void => {
      if (!member) return;
      const { number, name, said } = member;
      const before = subscribers.get(number.value);
      const entry = `${number.value}*${name}*${said}`;
      if (entries.has(entry)) report(number, `${number.value} stands above with the same change`);
      else if (isSubscriber && name !== '' && before !== undefined && before !== '' && before !== name)
        report(number, `${number.value} is the number of another one above`);
      entries.add(entry);
      if (isSubscriber && before === undefined) subscribers.set(number.value, name);
      member = undefined;
    };
    const begin = (number: Value<string>): void => {
      if (number.value !== '') member = { number, name: '', said: change };
    };
    eachSegment(document, transaction, ['INS', 'ENT', 'REF', 'NM1', 'DMG', 'HD', 'RMR', 'DTP', 'DTM', 'SE'], (segment, segmentName) => {
      row.go(segment);
      const whole = (): string => [1, 2, 3, 4, 5, 6].map((n) => row.text(n)).join('*');
      if (segmentName === 'INS' || segmentName === 'ENT' || segmentName === 'SE') {
        close();
        isSubscriber = segmentName === 'ENT' || row.text(1) === 'Y';
        change = segmentName === 'INS' ? whole() : '';
        if (segmentName === 'ENT') begin(row.at(4));
      } else if (segmentName === 'REF') {
        if (row.text(1) === '0F' && !member) begin(row.at(2));
      } else if (segmentName === 'NM1') {
        if (member && member.name === '') member.name = `${row.text(3)}*${row.text(4)}`;
      } else if (member) member.said += `~${whole()}`;
    });
  },
});
