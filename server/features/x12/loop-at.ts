// The loop of a claim file in which a segment stands, found by looking back a few segments: no walk through the whole file.
import { loopsAt } from '../../syntax/x12/describe';
import type { LoopInstance } from '../../syntax/x12/loops';
import { nameText } from '../../syntax/x12/names';
import type { Transaction, X12Document } from '../../syntax/x12/read';

/** Names of loops by the NM101 of their first segment, for each stretch of a claim file. */
type Names = Readonly<Record<string, string>>;
interface LoopNames {
  readonly claim: Names;
  readonly line: Names;
  readonly other: Names;
}

const LEVELS: Readonly<Record<string, Names>> = {
  '': { '41': '1000A', '40': '1000B' },
  '20': { '85': '2010AA', '87': '2010AB', PE: '2010AC' },
  '22': { IL: '2010BA', PR: '2010BB' },
  '23': { QC: '2010CA' },
};
const LEVEL_NAMES: Names = { '20': '2000A', '22': '2000B', '23': '2000C' };

const PROFESSIONAL: LoopNames = {
  claim: { DN: '2310A', P3: '2310A', '82': '2310B', '77': '2310C', DQ: '2310D', PW: '2310E', '45': '2310F' },
  line: { '82': '2420A', QB: '2420B', '77': '2420C', DQ: '2420D', DK: '2420E', DN: '2420F', P3: '2420F', PW: '2420G', '45': '2420H' },
  other: { IL: '2330A', PR: '2330B', DN: '2330C', P3: '2330C', '82': '2330D', '77': '2330E', DQ: '2330F', '85': '2330G' },
};
const INSTITUTIONAL: LoopNames = {
  claim: { '71': '2310A', '72': '2310B', ZZ: '2310C', '82': '2310D', '77': '2310E', DN: '2310F' },
  line: { '72': '2420A', ZZ: '2420B', '82': '2420C', DN: '2420D' },
  other: { IL: '2330A', PR: '2330B', '71': '2330C', '72': '2330D', ZZ: '2330E', '77': '2330F', '82': '2330G', DN: '2330H', '85': '2330I' },
};
const DENTAL: LoopNames = {
  claim: { DN: '2310A', P3: '2310A', '82': '2310B', '77': '2310C', DD: '2310D', DQ: '2310E' },
  line: { '82': '2420A', DD: '2420B', DQ: '2420C', '77': '2420D' },
  other: { IL: '2330A', PR: '2330B', DN: '2330C', P3: '2330C', '82': '2330D', DQ: '2330E', '85': '2330F', '77': '2330G', DD: '2330H' },
};

/** Segments that belong to the NM1 before them. */
const WITH_NAME = new Set(['NM1', 'N2', 'N3', 'N4', 'DMG', 'REF', 'PER', 'PRV']);

/** Asks for the loops of a transaction's segments. `''` in its head and where nothing is known. */
export function loopFinder(document: X12Document, transaction: Transaction): (segment: number) => string {
  if (transaction.type !== '837') {
    return (segment) => nameOf(loopsAt(document, transaction, segment)?.of(segment));
  }
  const { version } = transaction;
  const names = version.startsWith('005010X223') ? INSTITUTIONAL : version.startsWith('005010X224') ? DENTAL : PROFESSIONAL;
  return (segment) => claimLoop(document, transaction, segment, names);
}

function nameOf(loop: LoopInstance | undefined): string {
  return loop?.parent ? loop.id : '';
}

function claimLoop(document: X12Document, { first }: Transaction, segment: number, names: LoopNames): string {
  const { segments } = document;
  const own = nameText(segments.names[segment]);
  let party: string | undefined;
  let drug = false,
    decided = false,
    other = false;
  let named = WITH_NAME.has(own);
  for (let i = segment; i > first; i -= 1) {
    const id = nameText(segments.names[i]);
    if (named && id === 'NM1') party ??= segments.text(i, 1);
    // A name is left behind by the first segment that cannot belong to it.
    if (!WITH_NAME.has(id)) named = false;
    switch (id) {
      case 'LIN':
        drug = true;
        break;
      case 'SVD':
        decided = true;
        break;
      case 'SBR':
        other = true;
        break;
      case 'LX':
        if (own === 'LQ' || own === 'FRM') return '2440';
        if (party !== undefined) return names.line[party] ?? '2400';
        if (decided) return '2430';
        return drug && (own === 'LIN' || own === 'CTP' || own === 'REF') ? '2410' : '2400';
      case 'CLM':
        if (other) return party === undefined ? '2320' : (names.other[party] ?? '2330');
        return party === undefined ? '2300' : (names.claim[party] ?? '2300');
      case 'HL': {
        const level = segments.text(i, 3);
        return (party === undefined ? undefined : LEVELS[level]?.[party]) ?? LEVEL_NAMES[level] ?? '';
      }
    }
  }
  return party === undefined ? '' : (LEVELS[''][party] ?? '');
}
