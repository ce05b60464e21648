// How many days after a procedure belong to it: the care of these days is paid with it.
import type { CodeSets } from '../../codesets/code-set';
import { cptNumber } from '../model/procedure-codes';
import { type Ranges, isIn } from './claim-line';

const LISTED: Readonly<Record<string, 0 | 10 | 90>> = { '000': 0, '010': 10, '090': 90 };

/** Everyday procedures by their days, for machines without the fee schedule. */
const NONE: Ranges = [
  [10120, 10120],
  [10160, 10160],
  [11042, 11043],
  [11055, 11057],
  [11102, 11102],
  [11104, 11104],
  [11106, 11106],
  [11300, 11313],
  [11719, 11730],
  [11740, 11740],
  [11900, 11901],
  [12001, 12018],
  [16020, 16030],
  [17250, 17250],
  [20526, 20526],
  [20550, 20553],
  [20600, 20611],
  [30901, 30901],
  [31231, 31231],
  [31575, 31575],
  [46600, 46600],
  [51701, 51702],
  [57452, 57456],
  [58100, 58100],
  [58300, 58301],
  [64405, 64405],
  [64450, 64450],
  [69200, 69210],
];
const TEN: Ranges = [
  [10060, 10061],
  [10140, 10140],
  [11200, 11200],
  [11400, 11446],
  [11600, 11646],
  [11750, 11750],
  [12031, 12057],
  [17000, 17000],
  [17004, 17004],
  [17110, 17111],
];
const NINETY: Ranges = [
  [14000, 14061],
  [23410, 23412],
  [19301, 19307],
  [19318, 19318],
  [22551, 22551],
  [22612, 22633],
  [25600, 25609],
  [26600, 26615],
  [26720, 26765],
  [27130, 27130],
  [27236, 27236],
  [27244, 27245],
  [27447, 27447],
  [28285, 28285],
  [28296, 28296],
  [29806, 29807],
  [29822, 29828],
  [29880, 29881],
  [33405, 33405],
  [33533, 33536],
  [35301, 35301],
  [42820, 42826],
  [44005, 44005],
  [44120, 44160],
  [44204, 44208],
  [44970, 44970],
  [47562, 47564],
  [49505, 49507],
  [49650, 49651],
  [55866, 55866],
  [57288, 57288],
  [58150, 58150],
  [58570, 58573],
  [63030, 63030],
  [63047, 63047],
  [64721, 64721],
  [66821, 66821],
  [66982, 66984],
];

/** Undefined for what is no procedure, or none whose days are known here. */
export function daysAfter(code: string, day: string, codes: CodeSets): 0 | 10 | 90 | undefined {
  const number = cptNumber(code);
  if (!(number >= 10000 && number <= 69999)) return undefined;
  const listed = codes.fact('hcpcs', 'relative-values', code, day)?.global;
  if (listed) return Object.hasOwn(LISTED, listed) ? LISTED[listed] : undefined;
  let days = everyday.get(code);
  if (days === undefined) everyday.set(code, (days = isIn(NONE, code) ? 0 : isIn(TEN, code) ? 10 : isIn(NINETY, code) ? 90 : 'unknown'));
  return days === 'unknown' ? undefined : days;
}

/** What the lists above say of the codes that were asked for. */
const everyday = new Map<string, 0 | 10 | 90 | 'unknown'>();
