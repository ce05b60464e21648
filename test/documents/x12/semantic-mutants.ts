// Single faults of SNIP types 3 to 6 in a batch of claims and in a payer's answers, by hand: what is changed, and where the fault is.
import { readX12 } from '../../../server/syntax/x12/read';

export interface Fault {
  readonly name: string;
  readonly snip: 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** A finding must stand on one of these segments. */
  readonly segments: readonly number[];
}

/**
 * [name, SNIP type, the segment, what it becomes, further segments that may be blamed]. A segment is named by its beginning: the
 * first one is meant, `LX*#2` is the second.
 */
export type Row = readonly [
  name: string,
  snip: Fault['snip'],
  segment: string,
  becomes: string | ((segment: string) => string),
  also?: readonly string[],
];

export const swap =
  (from: string, to: string) =>
  (segment: string): string =>
    segment.replace(from, to);
export const element =
  (n: number, to: string) =>
  (segment: string): string => {
    const parts = segment.split('*');
    while (parts.length <= n) parts.push('');
    parts[n] = to;
    return parts.join('*').replace(/\*+$/, '');
  };

/** The faults of the batch. */
export const CLAIM_FAULTS: readonly Row[] = [
  // Balance.
  ...[1, 2, 3, 4, 5].map(
    (n): Row => [
      `total of claim ${n} one dollar more`,
      3,
      `CLM*#${n}`,
      (s) => s.replace(/\*(\d+)\*\*\*/, (_, total: string) => `*${Number(total) + 1}***`),
    ],
  ),
  ...[1, 2, 3, 4, 5, 6].map(
    (n): Row => [
      `charge of line ${n} a cent less`,
      3,
      `SV1*#${n}`,
      (s) => s.replace(/^(SV1\*[^*]*\*)(\d+)/, (_, head: string, charge: string) => `${head}${Number(charge) - 1}.99`),
      [`CLM*#${[1, 1, 1, 2, 3, 4][n - 1]}`],
    ],
  ),
  ['paid line of first payer', 3, 'SVD*', element(2, '103')],
  ['paid second line of first payer', 3, 'SVD*#2', element(2, '7')],
  ['adjustment of first payer', 3, 'CAS*CO', element(3, '20'), ['SVD*']],
  ['adjustment for the patient', 3, 'CAS*PR', element(3, '25'), ['SVD*']],
  ['adjustment of second line', 3, 'CAS*CO#2', element(3, '3'), ['SVD*#2']],
  ['first payer’s payment for the claim', 3, 'AMT*D', element(2, '111')],
  ['first payer’s payment far off', 3, 'AMT*D', element(2, '0')],
  // Subscriber, patient, payers.
  ...[1, 3, 4].map((n): Row => [`relationship blank ${n}`, 4, `SBR*P#${n}`, element(2, '')]),
  ['relationship blank of second payer', 4, 'SBR*S', element(2, '')],
  ['relationship 18 above a dependent', 4, 'SBR*P#2', element(2, '18')],
  ['second payer without its reason', 4, 'SBR*S', element(5, '')],
  ['both payers first', 4, 'SBR*S', element(1, 'P'), ['SBR*P#5']],
  ['other payer second, too', 4, 'SBR*P#5', element(1, 'S')],
  ['decision of an unknown payer', 4, 'SVD*', element(1, '99999')],
  ['second decision of an unknown payer', 4, 'SVD*#2', element(1, '60055')],
  ['Medicare patient as dependent', 4, 'SBR*P#2', element(9, 'MB'), ['PAT*', 'NM1*IL#2']],
  ['Medicare number with a letter too many', 5, 'NM1*IL#3', element(9, '1EG4TE5MKS3')],
  ['Medicare number too short', 5, 'NM1*IL#3', element(9, '1EG4TE5MK7')],
  ['Medicare number with hyphens', 5, 'NM1*IL#3', element(9, '1EG4-TE5-MK73')],
  ['subscriber without address', 4, 'N3*12 ELM', '', ['NM1*IL', 'N4*SPRINGFIELD*IL*627045678']],
  ['subscriber without birth date', 4, 'DMG*', '', ['NM1*IL', 'N4*SPRINGFIELD*IL*627045678']],
  ['subscriber without member id', 4, 'NM1*IL', 'NM1*IL*1*DOE*JANE*Q'],
  // Corrections.
  ['replacement without number', 4, 'REF*F8', '', ['CLM*#4']],
  ['replacement becomes original', 4, 'CLM*#4', swap(':7*', ':1*'), ['REF*F8']],
  ...[1, 2, 3, 5].map((n): Row => [`claim ${n} becomes a replacement`, 4, `CLM*#${n}`, swap(':1*', ':7*')]),
  ...[1, 3].map((n): Row => [`claim ${n} becomes a void`, 4, `CLM*#${n}`, swap(':1*', ':8*')]),
  ['frequency 6', 4, 'CLM*', swap(':1*', ':6*')],
  ['same number twice', 4, 'CLM*#3', swap('E3-1', 'E1-1')],
  ['same number as the one before', 4, 'CLM*#5', swap('E5-1', 'E4-1')],
  // Accident, admission, dates.
  ['car accident without state', 4, 'CLM*#2', swap('AA:::IL', 'AA')],
  ['car accident in a state that does not exist', 5, 'CLM*#2', swap('AA:::IL', 'AA:::ZZ')],
  ['car accident without date', 4, 'DTP*439', '', ['CLM*#2']],
  ['accident after the service', 4, 'DTP*439', element(3, '20261028')],
  ['state of an accident at work', 4, 'CLM*#2', swap('AA:::IL', 'EM:::IL')],
  ['inpatient without admission', 4, 'DTP*435', '', ['CLM*#3']],
  ['admission after the service', 4, 'DTP*435', element(3, '20261029')],
  ['visit in the office becomes inpatient', 4, 'CLM*', swap('11:B', '21:B')],
  ...[1, 4, 5, 6, 7].map((n): Row => [`service of line ${n} in the future`, 4, `DTP*472#${n}`, element(3, '20261104')]),
  ['service next year', 4, 'DTP*472', element(3, '20271026')],
  ['service before birth', 4, 'DTP*472#4', element(3, '20140402'), ['DMG*#2']],
  ['born after the service', 4, 'DMG*#2', element(2, '20261101'), ['DTP*472#4']],
  ['born in the future', 4, 'DMG*', element(2, '20270101')],
  ['born in 1868', 4, 'DMG*', element(2, '18680314')],
  // Diagnoses and pointers.
  ...[1, 2, 4, 5].map((n): Row => [`pointer of line ${n} to nothing`, 4, `SV1*#${n}`, (s) => s.replace(/\*[\d:]+$/, '*5')]),
  ['second pointer to nothing', 4, 'SV1*', (s) => s.replace(/1:2$/, '1:3')],
  ['pointer twice', 4, 'SV1*', (s) => s.replace(/1:2$/, '1:1')],
  ['pointer letter', 4, 'SV1*#2', (s) => s.replace(/1$/, 'A')],
  ['pointer zero', 4, 'SV1*#2', (s) => s.replace(/1$/, '0')],
  ...['M17.11', 'M1711.'].map((code): Row => [`dotted diagnosis ${code}`, 5, 'HI*', swap('M1711', code)]),
  ['second diagnosis dotted', 5, 'HI*', swap('E1165', 'E11.65')],
  ['dotted diagnosis of an injury', 5, 'HI*#2', swap('S52501A', 'S52.501A')],
  ...[1, 2, 3, 4, 5].map((n): Row => [`ICD-9 qualifier ${n}`, 5, `HI*#${n}`, swap('ABK', 'BK')]),
  ['second qualifier ICD-9', 5, 'HI*', swap('ABF', 'BF')],
  ['external cause first', 4, 'HI*', swap('M1711', 'W19XXXA')],
  ['external cause alone', 4, 'HI*#4', swap('M1711', 'W19XXXA')],
  ['manifestation first', 6, 'HI*', swap('M1711', 'G63')],
  ['diagnosis twice', 4, 'HI*', swap('E1165', 'M1711')],
  ['unknown diagnosis', 5, 'HI*', swap('M1711', 'M1788')],
  ['unknown diagnosis 2', 5, 'HI*#3', swap('E1165', 'E1199')],
  ['no diagnosis at all', 5, 'HI*#4', swap('M1711', '99213')],
  ['diagnosis of letters', 5, 'HI*#5', swap('I10', 'ABC')],
  ['category instead of code', 5, 'HI*', swap('E1165', 'E11')],
  ['category of knees', 5, 'HI*#4', swap('M1711', 'M17')],
  ['seventh character missing', 5, 'HI*#2', swap('S52501A', 'S52501')],
  ['placeholder missing', 5, 'HI*', swap('E1165', 'W19A')],
  ['diagnosis of a newborn for an adult', 6, 'HI*', swap('E1165', 'Z3800')],
  ['wrong side', 6, 'HI*', swap('M1711', 'M1712'), ['SV1*#2']],
  ['wrong side of the modifier', 6, 'SV1*#2', swap(':RT', ':LT'), ['HI*']],
  ['code not yet in force', 5, 'HI*', swap('E1165', 'T404X1A')],
  // Services.
  ['unknown HCPCS code', 5, 'SV1*#3', swap('J3301', 'J9998')],
  ['retired HCPCS code', 5, 'SV1*#3', swap('J3301', 'C9132')],
  ['CPT code out of every range', 5, 'SV1*', swap('99213', '99999')],
  ['CPT code of zeros', 5, 'SV1*#4', swap('99213', '00000')],
  ['CPT code between ranges', 5, 'SV1*#2', swap('20610', '05610')],
  ['service code too short', 5, 'SV1*', swap('99213', '9921')],
  ['service code with a letter inside', 5, 'SV1*#6', swap('99214', '9A214')],
  ['unknown modifier', 5, 'SV1*', swap(':25', ':ZY')],
  ['unknown modifier 2', 5, 'SV1*#2', swap(':RT', ':2Z')],
  ['modifier twice', 4, 'SV1*', swap(':25', ':25:25')],
  ['both sides and left', 6, 'SV1*#2', swap(':RT', ':50:RT')],
  ['visit with a side', 6, 'SV1*', swap(':25', ':RT')],
  ['procedure with 25', 6, 'SV1*#2', swap(':RT', ':25')],
  ['modifier 26 and TC', 6, 'SV1*#2', swap(':RT', ':26:TC')],
  ['JW and JZ', 6, 'SV1*#3', swap('J3301', 'J3301:JW:JZ')],
  ['no units', 4, 'SV1*#3', swap('*UN*4', '*UN*0')],
  ['too many units', 6, 'SV1*#3', swap('*UN*4', '*UN*99999')],
  ['half a procedure', 6, 'SV1*#2', swap('*UN*1', '*UN*1.5')],
  ['minutes of a visit', 6, 'SV1*', swap('*UN*', '*MJ*')],
  ['negative charge', 4, 'SV1*', swap('*145*', '*-145*')],
  ['unknown place of service', 5, 'CLM*', swap('11:B', '98:B')],
  ['unknown place of a line', 5, 'SV1*', (s) => s.replace('*UN*1***', '*UN*1*98**')],
  ['emergency visit in the office', 6, 'SV1*#4', swap('99213', '99284')],
  ['hospital care in the office', 6, 'SV1*#4', swap('99213', '99223')],
  ['preventive visit of another age', 6, 'SV1*#4', swap('99213', '99396')],
  ['same line twice', 6, 'SV1*#2', () => 'SV1*HC:99213:25*110*UN*1***1'],
  ['drug code too short', 5, 'LIN*', element(3, '0003029305')],
  ['drug code with hyphens', 5, 'LIN*', element(3, '00003-0293-05')],
  ['drug code with letters', 5, 'LIN*', element(3, '0000302930X')],
  ['drug without quantity', 4, 'CTP*', element(4, '0')],
  // Numbers and addresses.
  ...[1, 2].map((n): Row => [`billing NPI wrong ${n}`, 5, 'NM1*85', element(9, n === 1 ? '1234567890' : '123456789')]),
  ...[1, 2, 3, 4, 5].map(
    (n): Row => [`rendering NPI wrong ${n}`, 5, `NM1*82#${n}`, (s) => s.replace(/(\d)$/, (d) => String((Number(d) + 1) % 10))],
  ),
  ['NPI begins with 3', 5, 'NM1*DN', element(9, '3003000126')],
  ['referring NPI wrong', 5, 'NM1*DN', element(9, '1003000125')],
  ['facility NPI wrong', 5, 'NM1*77', element(9, '1003000135')],
  ['billing taxonomy too short', 5, 'PRV*BI', element(3, '207Q00000')],
  ['billing taxonomy wrong', 5, 'PRV*BI', element(3, '207Q0000XX1')],
  ['taxonomy that does not end with X', 5, 'PRV*PE', element(3, '207Q000000')],
  ['unknown taxonomy', 5, 'PRV*PE#2', element(3, '999Z00000X')],
  ['billing ZIP of five digits', 5, 'N4*SPRINGFIELD*IL*627011234', element(3, '62701')],
  ['facility ZIP of five digits', 5, 'N4*SPRINGFIELD*IL*627023344', element(3, '62702')],
  ['ZIP with hyphen', 5, 'N4*SPRINGFIELD*IL*627011234', element(3, '62701-1234')],
  ['ZIP of six digits', 5, 'N4*SPRINGFIELD*IL*627045678', element(3, '627045')],
  ['patient’s ZIP of four digits', 5, 'N4*SPRINGFIELD*IL*627045678#2', element(3, '6270')],
  ['ZIP of another state', 5, 'N4*SPRINGFIELD*IL*627011234', element(3, '100011234')],
  ['state that does not exist', 5, 'N4*SPRINGFIELD*IL*627011234', element(2, 'XX')],
  ['patient’s state does not exist', 5, 'N4*SPRINGFIELD*IL*627045678', element(2, 'QQ')],
  ['post office box', 5, 'N3*100 MAIN', 'N3*PO BOX 12'],
  ['post office box with dots', 5, 'N3*100 MAIN', 'N3*P.O. BOX 12'],
  ['lockbox', 5, 'N3*100 MAIN', 'N3*LOCKBOX 77'],
  ['tax number with hyphen', 5, 'REF*EI', element(2, '36-1234567')],
  ['tax number too short', 5, 'REF*EI', element(2, '36123456')],
  ['tax number of zeros', 5, 'REF*EI', element(2, '000000000')],
  ['adjustment reason that does not exist', 5, 'CAS*CO', element(2, '999')],
  ['claim that asks for nothing', 4, 'CLM*#4', swap('*210*', '*0*'), ['SV1*#6']],
];

export const PAYER_FAULTS: Readonly<Record<'835' | '277ca' | '999' | 'ta1', readonly Row[]>> = {
  '835': [
    ...[1, 2].map(
      (n): Row => [
        `payment ${n} a dollar more`,
        3,
        `BPR*#${n}`,
        (s) => s.replace(/\*I\*([\d.]+)/, (_, paid: string) => `*I*${(Number(paid) + 1).toFixed(2)}`),
      ],
    ),
    ...[1, 2, 3, 4].map((n): Row => [`payment of claim ${n}`, 3, `CLP*#${n}`, element(4, '99.99'), [`BPR*#${n < 3 ? 1 : 2}`]]),
    ...[1, 2, 3, 4].map((n): Row => [`charge of claim ${n}`, 3, `CLP*#${n}`, element(3, '999.99')]),
    ...[1, 2, 3, 4, 5, 6].map((n): Row => [`payment of line ${n}`, 3, `SVC*#${n}`, element(3, '1.01')]),
    ...[1, 3, 5].map((n): Row => [`charge of line ${n}`, 3, `SVC*#${n}`, element(2, '1.01')]),
    ...[1, 3].map((n): Row => [`adjustment ${n}`, 3, `CAS*#${n}`, element(3, '1.01'), [`SVC*#${n === 1 ? 1 : 2}`, 'CLP*']]),
    ['patient’s part', 3, 'CLP*', element(5, '26')],
    ['adjustment reason that does not exist', 5, 'CAS*', element(2, '999')],
    ['remark that does not exist', 5, 'LQ*', element(2, 'N9999')],
    ['no payment, yet an amount', 4, 'BPR*', (s) => s.replace('*CHK*', '*NON*')],
    ['reversal with the sign of a payment', 4, 'CLP*', element(2, '22')],
    ['payee’s NPI', 5, 'N1*PE', element(4, '1234567890')],
    ['payer’s state', 5, 'N4*SPRINGFIELD*IL*627010001', element(2, 'XX')],
  ],
  '277ca': [
    ['category that does not exist', 5, 'STC*A2', swap('A2:20', 'A9:20')],
    ['status that does not exist', 5, 'STC*A7', swap('A7:464', 'A7:9999')],
    ['refused, yet taken in', 4, 'STC*A7', swap('*U*', '*WQ*')],
    ['accepted, yet refused', 4, 'STC*A2', swap('*WQ*', '*U*')],
    ['accepted claims miscounted', 3, 'QTY*90', element(2, '3')],
    ['refused claims miscounted', 3, 'QTY*AA', element(2, '2')],
    ['second count', 3, 'QTY*90#2', element(2, '1')],
    ['billing NPI', 5, 'NM1*85', element(9, '1234567890')],
  ],
  '999': [
    ['group accepted, transaction refused', 4, 'IK5*', 'IK5*R*5', ['AK9*']],
    ['more accepted than received', 3, 'AK9*', element(4, '2')],
    ['fewer received than answered', 3, 'AK9*', element(3, '0')],
    ['group refused, transactions accepted', 4, 'AK9*', element(1, 'R')],
    ['more received than sent', 3, 'AK9*', element(2, '0')],
  ],
  ta1: [],
};

/** Makes the mutants of a file. Rows whose segment is not there fail loudly: they would test nothing. */
export function faultsOf(text: string, rows: readonly Row[]): Fault[] {
  const document = readX12(text);
  const { segments } = document;
  const lines = Array.from({ length: segments.count }, (_, i) => text.slice(segments.span(i).start, segments.span(i).end));
  const find = (named: string): number => {
    const [, begin = '', n = '1'] = /^(.*?)(?:#(\d+))?$/.exec(named) ?? [];
    const found = lines.flatMap((line, i) => (line.startsWith(begin) ? [i] : []))[Number(n) - 1];
    if (found === undefined) throw new Error(`there is no ${named}`);
    return found;
  };
  return rows.map(([name, snip, segment, becomes, also = []]) => {
    const at = find(segment);
    const changed = typeof becomes === 'string' ? becomes : becomes(lines[at]);
    if (changed === lines[at]) throw new Error(`“${name}” changes nothing`);
    const removed = changed === '';
    // Segments may be put behind the changed one.
    const put = removed ? [] : changed.split('~');
    const made = lines.flatMap((line, i) => (i === at ? put : [line]));
    const st = made.findLastIndex((line, i) => i <= at && line.startsWith('ST*'));
    const se = made.findIndex((line, i) => i >= at && line.startsWith('SE*'));
    // An envelope alone has no transaction whose segments are counted.
    if (se >= 0) made[se] = made[se].replace(/^SE\*\d+/, `SE*${se - st + 1}`);
    const shift = (i: number): number => (i > at ? i + put.length - 1 : i);
    const blamed = also.map((other) => shift(find(other)));
    return {
      name,
      snip,
      text: `${made.join('~')}~`,
      segments: removed ? [at - 1, at, ...blamed] : [...put.map((_, i) => at + i), ...blamed],
    };
  });
}
