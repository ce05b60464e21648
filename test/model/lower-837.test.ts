// A claim that was written is read back as the same claim, each value on its element.
import assert from 'node:assert/strict';
import { claimControl } from '../../server/claims/control';
import { diagnosisKey } from '../../server/model/diagnosis-codes';
import { fileDayOf, lower837 } from '../../server/model/lower-837';
import type { Claim } from '../../server/model/claim';
import type { Source } from '../../server/model/value';
import { readX12 } from '../../server/syntax/x12/read';
import { claimsOf, fileOf } from '../claims/kit';
import { makeBatch } from '../documents/x12/batch';
import { ENCOUNTER } from '../kit/frame';

function lowered(text: string): Claim[] {
  const source: Source = { uri: 'file:///test.837', text, language: 'x12' };
  return lower837(readX12(text), source);
}

suite('837 → claims', () => {
  test('what was written is read back', () => {
    const [written] = claimsOf(ENCOUNTER);
    const [read] = lowered(fileOf(ENCOUNTER));
    assert.equal(read.id.value, claimControl(written.id.value, 1));
    assert.equal(read.day, written.day);
    assert.equal(read.place?.value, written.place?.value);
    assert.equal(read.billing?.target?.npi?.value, written.billing?.target?.npi?.value);
    assert.equal(read.patient?.target?.born?.value, written.patient?.target?.born?.value);
    assert.equal(read.patient?.target?.sex?.value, written.patient?.target?.sex?.value);
    assert.equal(read.coverages[0].coverage.member?.value, written.coverages[0].coverage.member?.value);
    assert.equal(read.coverages[0].payer?.filing?.value, written.coverages[0].payer?.filing?.value);
    assert.deepEqual(
      read.diagnoses.map((one) => one.code?.value),
      written.diagnoses.map((one) => diagnosisKey(one.code?.value ?? '')),
    );
    assert.deepEqual(
      read.services.map((one) => [one.code?.value, one.modifiers.map((modifier) => modifier.value), one.charged, one.pointed, one.days]),
      written.services.map((one) => [one.code?.value, one.modifiers.map((modifier) => modifier.value), one.charged, one.pointed, one.days]),
    );
  });

  test('every value stands where it says', () => {
    const { claims: text } = makeBatch();
    const at = ({ span }: { span: { start: number; end: number } }) => text.slice(span.start, span.end);
    for (const claim of lowered(text)) {
      assert.equal(at(claim.id), claim.id.value);
      for (const { code } of claim.diagnoses) assert.equal(code && at(code), code?.value);
      for (const { code, modifiers, pointers } of claim.services)
        for (const one of [...(code ? [code] : []), ...modifiers, ...pointers]) assert.equal(at(one), one.value);
      const npi = claim.billing?.target?.npi;
      assert.equal(npi && at(npi), npi?.value);
      const zip = claim.billing?.target?.address?.value.zip;
      assert.equal(zip && at(zip), zip?.value);
    }
  });

  test('situations', () => {
    const [, child, inpatient, corrected, second] = lowered(makeBatch().claims);
    assert.deepEqual(
      [child.sent?.dependent, child.coverages[0].coverage.relationship?.value, child.patient?.target?.born?.value],
      [true, 'child', '2014-04-03'],
    );
    assert.deepEqual(
      [child.accident?.value.kinds, child.accident?.value.date?.value, child.accident?.value.state?.value],
      [['auto'], '2026-10-20', 'IL'],
    );
    assert.deepEqual(
      [inpatient.admitted?.value, inpatient.facility?.target?.npi?.value, inpatient.referring?.target?.npi?.value],
      ['2026-10-26', '1003000134', '1003000126'],
    );
    assert.deepEqual([corrected.frequency, corrected.original?.value], ['7', '2026101200017']);
    assert.deepEqual(
      second.coverages.map((one) => one.payer?.id.value),
      ['60054', '00621'],
    );
    assert.deepEqual(
      second.sent?.payers.map((one) => [one.id?.value, one.paid?.value]),
      [['60054', 11000]],
    );
    assert.deepEqual(
      second.sent?.lines.map((line) => line.decisions.map((one) => [one.paid?.value, one.adjusted])),
      [[[10400, 4100]], [[600, 200]]],
    );
  });

  test('any damage gives claims', () => {
    const { claims: text } = makeBatch();
    for (let i = 0; i < text.length; i += 37) {
      lowered(text.slice(0, i));
      lowered(text.slice(0, i) + text.slice(i + 5));
    }
  });
});

suite('the day of a file', () => {
  const dayOf = (interchange: string, group: string, begin: string): string => {
    const text = fileOf(ENCOUNTER)
      .replace(/(ISA(?:\*[^*]*){8}\*)\d{6}/, `$1${interchange}`)
      .replace(/(GS(?:\*[^*]*){3}\*)\d{8}/, `$1${group}`)
      .replace(/(BHT(?:\*[^*]*){3}\*)\d{8}/, `$1${begin}`);
    const document = readX12(text);
    return fileDayOf(document, document.interchanges[0].groups[0].transactions[0]);
  };

  test('is the latest that its envelopes name', () => {
    assert.equal(dayOf('260902', '20260901', '20260831'), '2026-09-02');
    assert.equal(dayOf('260102', '20260101', '20251231'), '2026-01-02');
  });

  test('is not known where they lie years apart, as in envelopes of examples', () =>
    assert.equal(dayOf('030101', '19991231', '19960918'), ''));
});
