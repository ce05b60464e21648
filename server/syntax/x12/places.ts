// States, countries, currencies, service types and kinds of entities: the short public lists that addresses, amounts, benefits and statuses are checked against.

const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
  'RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI UM FM MH PW AA AE AP AB BC MB NB NL NS NT NU ON PE QC SK YT';

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
  'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH ' +
  'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
  'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY ' +
  'UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW USA CAN MEX';

const CURRENCIES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
  'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
  'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
  'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
  'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND ' +
  'VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL';

/** Codes of two characters, by their first. */
const beginning = (first: string, seconds: string): string => [...seconds].map((second) => first + second).join(' ');

/** People and places of whom the status of a claim may speak (data element 98). */
const ENTITIES =
  `03 13 17 ${beginning('1', 'EGHIOPQRSTUVWXYZ')} ${beginning('2', '8ABDEIKPQSZ')} ${beginning('3', '06ACDEFGHIJKLMNOPQRSTUVWXYZ')} ` +
  `${beginning('4', '0134ABCDEFGHIJLMNOPQRSUVWXYZ')} ${beginning('5', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')} ${beginning('6', '1ABCDEFGHIJKLMNOPQRSUVWXY')} ` +
  `71 72 73 74 77 7C 80 82 84 85 87 95 AY CK CZ D2 ${beginning('D', 'DJKNOQ')} E1 E2 E7 E9 FA FD FE G0 G3 ${beginning('G', 'BDIJKMY')} HF HH I3 IJ IL IN LI LR ` +
  `MR MSC OB OD OX P0 P2 P3 P4 P6 P7 PR PRP PT PV PW ${beginning('Q', 'ABCDEHKLNOSVY')} RC RW S4 SEP SJ SU T4 TL TQ TT TTP TU UH X3 X4 X5 ZZ`;

/** Kinds of service (data element 1365), with those that later versions added. */
const SERVICE_TYPES =
  `${Array.from({ length: 99 }, (_, n) => n + 1)
    .filter((n) => n !== 29)
    .join(
      ' ',
    )} A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AQ AR B1 B2 B3 BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BP BQ ` +
  'BR BS BT BU BV BW BX BY BZ C1 CA CB CC CD CE CF CG CH CI CJ CK CL CM CN CO CP CQ DG DM DS EA EB EC ED EE EF EG EH EI EJ EK EL EM EN EO EP ' +
  'EQ ER ES ET EU EV EW GF GN GY IC MH NI ON PT PU RN RT TC TN UC';

const LISTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['states', new Set(STATES.split(' '))],
  ['country', new Set(COUNTRIES.split(' '))],
  ['currency', new Set(CURRENCIES.split(' '))],
  ['service_type', new Set(SERVICE_TYPES.split(' '))],
  ['entity', new Set(ENTITIES.split(' '))],
]);

/** Is a code in one of these lists? Undefined for lists that are kept elsewhere. */
export function isPlace(list: string, code: string): boolean | undefined {
  return LISTS.get(list)?.has(code);
}

/** The codes of one of these lists; none for lists that are kept elsewhere. */
export function placeCodes(list: string): readonly string[] {
  return [...(LISTS.get(list) ?? [])];
}
