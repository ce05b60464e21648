// Where places of X12 files lead, where a number is named again, and renaming it.
import assert from 'node:assert/strict';
import { claimsOf, references } from '../../../server/features/x12/references';
import { rename, renameSpan } from '../../../server/features/x12/rename';
import { applyEdits } from '../../kit/check';
import { scene } from '../../kit/scene';
import { ACKNOWLEDGEMENT_FILE, CLAIM_ACKNOWLEDGEMENT_FILE, REMITTANCE_FILE } from '../../syntax/x12/valid-files';
import { SENT, leadsTo, mark, marked, placeText, sentBook } from './kit';

const REMITTANCE = REMITTANCE_FILE.replace('CLP*E1001*', 'CLP*E0-1*').replace('REF*6R*E1001-1', 'REF*6R*E0-1.1');

function named(text: string): string[] {
  const { document, world, offset } = marked(text);
  return references(document, offset, world).map(placeText);
}

function renamed(text: string, to: string): string {
  const { document, offset } = marked(text);
  assert.ok(renameSpan(document, offset));
  return applyEdits(document.text, rename(document, offset, to));
}

suite('X12 navigation', () => {
  test('a level leads to its parent', () => assert.deepEqual(leadsTo(mark(SENT, 'HL*2*1', 5)), ['test.837: HL*1**20*1']));
  test('a pointer leads to its diagnosis', () => assert.deepEqual(leadsTo(mark(SENT, '1:2~', 2)), ['test.837: E1165']));
  test('a trailer leads to its header', () => assert.deepEqual(leadsTo(mark(SENT, 'SE*32*0001', 6)), ['test.837: 0001']));

  test('a claim leads to its encounter', () => assert.deepEqual(leadsTo(mark(SENT, 'CLM*E0-1', 5)), ['october.encounter: E0']));
  test('an encounter leads to its claims that went out', () => {
    const claims = (text: string) => {
      const { document, offset, world } = scene(text);
      return claimsOf(document, offset, { ...world, sent: sentBook() }).map(placeText);
    };
    assert.deepEqual(claims('encounter <|>E0\n  patient DOE-JANE'), ['E0-1.837: E0-1']);
    assert.deepEqual(claims('encounter <|>E9\n  patient DOE-JANE'), []);
    assert.deepEqual(claims('encounter E0\n  patient <|>DOE-JANE'), []);
  });
  test('what was billed leads to the word of the encounter', () => {
    assert.deepEqual(leadsTo(mark(SENT, 'HC:99213:25', 4)), ['october.encounter: 99214']);
    assert.deepEqual(leadsTo(mark(SENT, 'W123456789')), ['front-desk.practice: W123456789']);
  });

  test('a payment leads to the encounter and to the claim that was sent', () => {
    assert.deepEqual(leadsTo(mark(REMITTANCE, 'CLP*E0-1', 5)), ['october.encounter: E0', 'E0-1.837: E0-1']);
  });
  test('a paid line, its reasons and its control number lead to the line', () => {
    for (const words of ['SVC*HC', 'CAS*CO', 'REF*6R', 'LQ*HE']) {
      assert.deepEqual(
        leadsTo(mark(REMITTANCE, words, 4)),
        ['october.encounter: 99214', 'E0-1.837: SV1*HC:99213:25*145*UN*1***1:2'],
        words,
      );
    }
  });
  test('what belongs to no claim leads nowhere', () => assert.deepEqual(leadsTo(mark(REMITTANCE, 'PLB*', 5)), []));

  test('a status leads to the encounter', () => {
    const text = CLAIM_ACKNOWLEDGEMENT_FILE.replaceAll('E1001', 'E0-1');
    assert.equal(leadsTo(mark(text, 'TRN*2*E0-1', 7))[0], 'october.encounter: E0');
    assert.equal(leadsTo(mark(text, 'NM1*QC', 8))[0], 'october.encounter: E0');
  });

  test('an error of a 999 leads to the element that was sent', () => {
    const text = ACKNOWLEDGEMENT_FILE.replace('IK3*NM1*12*2010*8', 'IK3*NM1*14*2010*8');
    assert.deepEqual(leadsTo(mark(text, 'IK4*9*67*1', 5)).at(-1), 'E0-1.837: W123456789');
    assert.deepEqual(leadsTo(mark(ACKNOWLEDGEMENT_FILE, 'AK1*HC', 5)), [
      'E0-1.837: GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1',
    ]);
    assert.deepEqual(leadsTo(mark(ACKNOWLEDGEMENT_FILE, 'AK2*837*0001', 5)), ['E0-1.837: ST*837*0001*005010X222A1']);
  });
  test('a TA1 leads to the interchange', () => {
    const text = SENT.replace(/GS\*[\s\S]*GE\*1\*1~\n/, 'TA1*000000905*260901*1253*A*000~\n').replace('IEA*1', 'IEA*0');
    assert.deepEqual(leadsTo(mark(text, 'TA1*', 5)), ['E0-1.837: 000000905']);
  });

  test('a diagnosis and all pointers to it', () =>
    assert.deepEqual(named(mark(SENT, 'M1711', 1)), ['test.837: M1711', 'test.837: 1', 'test.837: 1']));
  test('a level and those below it', () => assert.deepEqual(named(mark(SENT, 'HL*1**', 3)), ['test.837: 1', 'test.837: 1']));
  test('a claim number in every open file', () => assert.deepEqual(named(mark(SENT, 'CLM*E0-1', 5)), ['test.837: E0-1']));

  test('control numbers are renamed at both ends', () => {
    assert.equal(renamed(mark(SENT, '000000905*0', 2), '12'), SENT.replaceAll('000000905', '000000012'));
    assert.equal(renamed(mark(SENT, 'GE*1*1~', 5), '77'), SENT.replace('1253*1*X', '1253*77*X').replace('GE*1*1~', 'GE*1*77~'));
    assert.equal(
      renamed(mark(SENT, 'ST*837*0001', 8), '0042'),
      SENT.replace('ST*837*0001', 'ST*837*0042').replace('SE*32*0001', 'SE*32*0042'),
    );
  });
  test('numbers that cannot stand there are refused in plain words', () => {
    const refused = (text: string, to: string) => {
      const { document, offset } = marked(text);
      assert.throws(() => rename(document, offset, to), /^Error: “/);
    };
    refused(mark(SENT, '000000905*0', 2), '1234567890');
    refused(mark(SENT, 'GE*1*1~', 5), '0');
    refused(mark(SENT, 'ST*837*0001', 8), 'A B');
    const { document, offset } = marked(mark(SENT, 'CLM*E0-1', 5));
    assert.equal(renameSpan(document, offset), undefined);
    assert.throws(() => rename(document, offset, 'X'), /control numbers/);
  });
});
