// A third lot of an analyst's single faults, in the files of analyst-files.ts: codes, dates and sense of claims.
import { after } from './claim-mutants';
import { type Row, element, swap } from './semantic-mutants';

/** By the name of the file. */
export const LOGIC_MUTANTS: Readonly<Record<string, readonly Row[]>> = {
  clinic: [
    ['operation of men on a woman', 6, 'SV1*HC:59400', 1, swap('59400', '55866')],
    ['visit of an office in a hospital stay', 4, 'CLM*PA1', 1, element(5, '21:B:1'), [['SV1*HC:99214:25*180', 1]]],
    ['check-up of an infant for a grown man', 6, 'SV1*HC:99214:25*180', 1, swap('99214', '99391')],
    ['check-up of the aged for a child', 6, 'SV1*HC:99203', 1, swap('99203', '99387')],
    ['taxonomy of no list', 5, 'PRV*BI', 1, element(3, '207ZZZZZZX')],
    ['tax number of zeros', 5, 'REF*EI', 1, element(2, '000000000')],
    ['member id unknown', 5, 'NM1*IL*1*KOWALSKI', 1, element(9, 'UNKNOWN')],
    ['back pain code divided in 2021', 5, 'HI*ABK:E1121', 1, swap('N1830', 'M545')],
    ['seventh sign of no kind', 5, 'HI*ABK:S134XXA', 1, swap('S134XXA', 'S134XXZ')],
    ['fracture without its seventh sign', 5, 'HI*ABK:S134XXA', 1, swap('S134XXA', 'S52501')],
    ['pointer to a twelfth', 4, 'SV1*HC:96372', 1, element(7, '12')],
    ['mammography by its old code', 5, 'SV1*HC:77067', 1, swap('77067', 'G0202')],
    ['drug code of no list', 5, 'SV1*HC:J0885', 1, swap('J0885', 'J0884X')],
    ['equipment code of letters', 5, 'SV1*HC:E0601', 1, swap('E0601', 'EO601')],
    ['29th of February of no leap year', 2, 'DTP*472*D8*20260812', 1, element(3, '20260229')],
    ['admitted after the birth of the child', 4, 'DTP*435', 1, element(3, '20260818')],
    ['visit of ten units', 6, 'SV1*HC:99214:25*180', 1, swap('*UN*1*', '*UN*10*')],
    ['modifier of visits on a test', 6, 'SV1*HC:80053', 1, swap('80053', '80053:25')],
    ['reading alone of a visit', 6, 'SV1*HC:99203', 1, swap('99203', '99203:26')],
    ['anesthesia modifier on a visit', 6, 'SV1*HC:99203', 1, swap('99203', '99203:AA')],
    ['bought and rented', 6, 'SV1*HC:E0601', 1, swap(':RR:KX', ':RR:NU')],
    ['claim number twice', 6, 'CLM*PB2', 1, element(1, 'PB1')],
    ['drug number with a letter', 5, 'LIN*', 1, element(3, '5551302670A')],
    ['city empty', 2, 'N4*OAK PARK*IL*60302', 1, element(1, '')],
    ['street empty', 2, 'N3*9 ELM', 1, 'N3'],
    ['last seen after the claim', 4, 'DTP*304', 1, element(3, '20261020')],
    ['referral that came from a company', 5, 'NM1*DN', 1, element(8, '24')],
    ['outcome without its delivery', 6, 'HI*ABK:O80', 1, 'HI*ABK:Z370*ABF:Z3A40'],
    ['ABA of an old identifier', 2, 'NM1*82', 1, element(9, '1456789019999')],
    ['ambulance to nowhere known', 5, 'SV1*HC:A0429', 1, swap(':RH', ':ZZ')],
    ['oxygen for a month ahead', 4, 'DTP*472*D8*20260801', 1, 'DTP*472*RD8*20260801-20271231'],
  ],
  hospital: [
    ['procedure of a stay on an outpatient', 4, 'HI*ABN:W1830XA', 1, after('HI*BBR:0HQ1XZZ:D8:20260812')],
    ['onset after the stay', 4, 'HI*BH:11', 1, swap('20260802', '20260820')],
    ['stay before within this one', 4, 'HI*BI:71', 1, swap('20260701-20260703', '20260804-20260806')],
    ['taxonomy of the attending of nine', 5, 'PRV*AT', 1, element(3, '207R0000X')],
    ['external cause as the reason for admission', 6, 'HI*ABJ:R1011', 1, 'HI*ABJ:W1830XA'],
    ['manifestation first', 6, 'HI*ABK:R079', 1, 'HI*ABK:F0280'],
    ['decimal units of a visit', 6, 'SV2*0450*HC:99283', 1, swap('*UN*1', '*UN*0')],
    ['drug line without its drug code', 4, 'SV2*0450*HC:12011', 1, 'SV2*0636**450*UN*1'],
    ['hospice begins after the bill', 4, 'HI*BH:27', 1, swap('20260801', '20260930')],
  ],
};

/** What may be right after all, or what other files get wrong as well: a warning on the segment, by the name of the file. */
export const LOGIC_DOUBTS: Readonly<Record<string, readonly Row[]>> = {
  clinic: [
    ['tax number of one digit', 5, 'REF*EI', 1, element(2, '111111111')],
    ['member id of zeros', 5, 'NM1*IL*1*KOWALSKI', 1, element(9, '000000000')],
    ['two years late to Medicare', 6, 'DTP*472*D8*20260812', 1, element(3, '20240612')],
    ['works at 46, aged', 6, 'DMG*D8*19540109', 1, element(2, '19800109'), [['SBR*S*18', 1]]],
    ['telephone of zeros', 5, 'PER*IC', 1, element(4, '0000000000')],
    ['weeks of another trimester', 6, 'HI*ABK:O80', 1, 'HI*ABK:O0991*ABF:Z3A40'],
    ['screening explained by a cold', 6, 'HI*ABK:Z1231', 1, 'HI*ABK:J069', [['SV1*HC:77067', 1]]],
    ['diabetes of both types', 6, 'HI*ABK:E1121', 1, swap('ABF:I129', 'ABF:E1021')],
    ['ride of 9999 miles', 6, 'CR1*', 1, element(6, '9999')],
  ],
};
