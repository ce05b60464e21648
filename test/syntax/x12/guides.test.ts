// The guides: they can be read, they name everything, and they agree with the structure facts row by row.
import assert from 'node:assert/strict';
import { meaningOf } from '../../../server/syntax/x12/codes';
import type { ElementUse, LoopUse } from '../../../server/syntax/x12/guide';
import { GuideFault, parseGuide } from '../../../server/syntax/x12/guide';
import { baseShapes, envelopeGuide, guideById, guides } from '../../../server/syntax/x12/guides';
import { factRows, guideRows, noFacts, type Row } from './facts';

suite('guides', () => {
  test('every guide can be read', () => {
    assert.deepEqual(
      guides()
        .map((guide) => guide.id)
        .sort(),
      ['270', '271', '275', '276', '277', '277CA', '278', '820', '834', '835', '837D', '837I', '837P', '997', '999'],
    );
    for (const guide of [...guides(), envelopeGuide()]) {
      assert.ok(guide.name && guide.versions.length > 0 && guide.root.children.length > 1, guide.id);
    }
  });

  test('a line that does not fit is told', () => {
    for (const line of [
      'NM1 R1 Name : !85 (',
      'ZZZ R1 Unknown : !',
      'N3 R1 Street : ! ? ?',
      'N3 R1 Street : !&',
      'loop 1000A Name',
      'again 2300',
    ]) {
      assert.throws(
        () => parseGuide(`guide X X\ntransaction 1 A\nversions 1\nST R1 Start : !1 !\n${line}`, baseShapes()).root,
        GuideFault,
        line,
      );
    }
  });

  test('the meaning of nearly every code is told', () => {
    const missing = new Set<string>();
    let all = 0;
    const visit = (loop: LoopUse): void => {
      for (const { use } of loop.children) {
        if (use.kind === 'loop') visit(use);
        else for (const element of use.elements) for (const each of element.components ?? [element]) count(each);
      }
    };
    const count = ({ codes, data }: ElementUse): void => {
      for (const code of codes ?? []) {
        all++;
        if (!meaningOf(data, code)) missing.add(`${data} ${code}`);
      }
    };
    for (const { root } of guides()) visit(root);
    // Versions, time zones and triggers speak for themselves.
    const told = [...missing].filter((one) => !/^(1705|623|9999|127) /.test(one));
    assert.ok(all > 2000 && told.length < 0.02 * all, `${told.length} of ${all}: ${told.join(', ')}`);
  });
});

/** Where a guide of ours differs from the facts on purpose: guide, place, column, why. */
const REASONS: readonly (readonly [guide: RegExp, place: RegExp, column: RegExp, why: string])[] = [
  [/./, /CAS\[.*\](02|05|08|11|14|17)$/, /codes/, 'adjustment reasons are a code list kept elsewhere'],
  [/./, /N402$/, /codes/, 'states are a code list kept elsewhere, in every address'],
  [/837|835|27/, /PRV\[.*\]04$|PS103$/, /codes/, 'not used, so its codes do not matter'],
  [/./, /NM1\[.*\]$/, /notes/, 'the base standard has one set of notes for NM1, C1203 among them'],
  [/./, /(REF\[.*\]|QTY\[.*\])$/, /notes/, 'the base standard has one set of notes for the segment, in its order'],
  [/837P/, /CRC\[09\]0[567]$/, /codes/, 'not used, so its codes do not matter'],
  [/./, /DMG\[D8\]05$/, /max/, 'not used, so how often does not matter'],
  [/./, /^ST\[.*\]03$/, /codes|usage/, 'ST03 is required in 5010 and names the guide, with its later errata; the 835 has none'],
  [/./, /^BHT\[0019\]06$/, /codes/, '31 is a subrogation demand, used by Medicaid'],
  [/./, /PER\[IC\]0[357]$/, /codes/, 'ED, an access number of the days of modems, is gone from 5010 claims'],
  [/./, /^BHT\[0019\]03$|REF\[6R\]02$/, /length/, 'the guide allows fewer characters than the base'],
  [/837P/, /CLM05-03$/, /codes/, 'professional claims take 1, 7 and 8 only'],
  [/837/, /REF\[(4N|F5|T4)\]02$/, /codes/, 'the guide lists the values'],
  [/837I/, /CL10[23]$/, /codes/, 'the billing committee lists the values'],
  [/835/, /^PLB(05|07|09|11|13)-01$/, /codes/, 'the same reasons as in the first pair'],
  [/837I/, /NM1\[IL\]0[89]$/, /usage/, 'a person without member id is not found by any payer'],
  [/837I/, /CRC\[ZZ\]0[45]$/, /codes/, 'the same conditions as in the place before'],
  [/999/, /^AK1\[/, /place/, 'FA is added: an acknowledgement may be answered too'],
  [/999/, /(IK302|CTX\[.*\]03)$/, /length/, 'the base standard allows 10 digits for a position'],
  [/835/, /RDM\[.*\]03$/, /usage/, 'what does not go by post goes to an address'],
  [/999/, /(IK303|CTX\[.*\]04)$/, /length/, 'receivers name loops in full, such as 2010AA'],
  [/999/, /IK4$/, /usage/, 'the loop is situational, the segment that begins it must be there'],
  [/999/, /CTX\[.*\]06-0[12]$/, /usage|data|type|length/, 'the guide itself shows C023:1325, a composite and its element'],
  [/999/, /CTX\[.*\]06$/, /usage/, 'kept open: the facts list components for it'],
  [/277CA/, /2000[CD]$|2200C(\/STC)?$|HL\[(19|PT)\]04$/, /usage|codes/, 'a file refused as a whole has no levels below the submitter'],
  [/277CA/, /2220D\/STC$|2200C\/REF\[.*\]$/, /max/, 'more than one status or id is met in practice and harms nobody'],
  [/277CA/, /2220D\/STC$|STC02$/, /usage/, 'the status of a line has the date of its claim'],
  [/277CA/, /STC07$/, /codes/, 'not used, so its codes do not matter'],
  [/277CA/, /(NM1\[(85|QC)\]12|STC(01|10|11)-04|SVC\[.*\]01-08)$/, /place/, 'the base standard has this element; it is not used'],
  [/277$/, /HL\[20\]04$/, /codes/, 'an answer to the payer level alone has nothing below it'],
  [/277$/, /STC(01|10|11)-0[123]$/, /codes/, 'status categories, statuses and entities are code lists kept elsewhere'],
  [/277$/, /^GS|^ST_LOOP/, /place/, 'the envelope has a guide of its own'],
  [/./, /^(ISA|GS|GE|TA1|IEA)(\[.*\])?(\d\d)?$/, /place/, 'the envelope has a guide of its own'],
];

const COLUMNS = ['usage', 'max', 'data', 'type', 'min', 'length', 'codes', 'notes'] as const;

suite('guides and facts', () => {
  for (const [file, id] of [
    ['837p', '837P'],
    ['837i', '837I'],
    ['835', '835'],
    ['999', '999'],
    ['277ca', '277CA'],
    ['277', '277'],
  ] as const) {
    test(noFacts ?? `${id}: every difference has its reason`, function () {
      if (noFacts) this.skip();
      const guide = guideById(id);
      assert.ok(guide);
      const facts = byPlace(factRows(file));
      const ours = byPlace(guideRows(guide));
      const unexplained: string[] = [];
      const explained = new Map<string, number>();
      const differ = (place: string, column: string, fact: string, own: string): void => {
        const reason = REASONS.find(([guides, places, columns]) => guides.test(id) && places.test(place) && columns.test(column));
        if (!reason) unexplained.push(`${place} ${column}: facts ${fact}, ours ${own}`);
        else explained.set(reason[3], (explained.get(reason[3]) ?? 0) + 1);
      };
      for (const [place, rows] of facts) {
        const own = ours.get(place) ?? [];
        rows.forEach((row, index) => {
          const match = own[index];
          if (!match) differ(place, 'place', 'has it', 'not');
          else for (const column of COLUMNS) if (row[column] !== match[column]) differ(place, column, row[column], match[column]);
        });
        if (own.length > rows.length) differ(place, 'place', `${rows.length}`, `${own.length}`);
      }
      for (const place of ours.keys()) if (!facts.has(place)) differ(place, 'place', 'not', 'has it');
      for (const [why, times] of explained) console.log(`        ${times} × ${why}`);
      assert.deepEqual(unexplained.slice(0, 40), []);
    });
  }
});

function byPlace(rows: readonly Row[]): Map<string, Row[]> {
  const places = new Map<string, Row[]>();
  for (const row of rows) places.set(row.path, [...(places.get(row.path) ?? []), row]);
  return places;
}
