// The catalogue of releases: what is current on a day, what people may correct, and what is wrong with a correction.
import assert from 'node:assert/strict';
import { type Catalogue, corrected, hashOf, nameOf, offerOn, readCatalogue } from '../../codesets/catalogue';
import json from '../../codesets/catalogue.json';

const catalogue = read(JSON.stringify(json));

function read(text: string): Catalogue {
  const found = readCatalogue(text);
  assert.ok(typeof found !== 'string', String(found));
  return found;
}

function release(id: string) {
  const found = catalogue.releases.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

suite('catalogue', () => {
  test('the day decides which edition is current', () => {
    const offers = (id: string, ...days: string[]) =>
      days.map((day) => {
        const { edition, from, files } = offerOn(catalogue, release(id), day);
        return `${edition} ${from} ${nameOf(files[0].urls[0])}`;
      });
    assert.deepEqual(offers('icd-10-cm', '2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'), [
      'FY2026 2025-10-01 2026-code-descriptions-tabular-order.zip',
      ...Array.from({ length: 3 }, () => 'FY2027 2026-10-01 2027-code-descriptions-tabular-order.zip'),
    ]);
    assert.deepEqual(offers('hcpcs', '2026-03-31', '2026-04-01', '2026-11-21'), [
      '2026-01 2026-01-01 january-2026-alpha-numeric-hcpcs-file.zip',
      '2026-04 2026-04-01 april-2026-alpha-numeric-hcpcs-file.zip',
      '2026-10 2026-10-01 october-2026-alpha-numeric-hcpcs-file.zip',
    ]);
    assert.deepEqual(offers('ncci-pairs', '2026-01-01', '2026-11-21'), [
      '2026-01 2026-01-01 medicare-ncci-2026q1-practitioner-ptp-edits-ccipra-v320r0-f1.zip',
      '2026-10 2026-10-01 medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f1.zip',
    ]);
    assert.deepEqual(offers('taxonomy', '2026-06-30', '2026-07-01'), [
      '260 2026-01-01 nucc_taxonomy_260.csv',
      '261 2026-07-01 nucc_taxonomy_261.csv',
    ]);
  });

  test('an address that holds for one edition is used for no other', () => {
    const first = (day: string) => offerOn(catalogue, release('relative-values'), day).files[0].urls.map(nameOf);
    assert.deepEqual(first('2026-11-21'), ['rvu26d-updated-08-26-2026.zip', 'rvu26d.zip']);
    assert.deepEqual(first('2027-02-01'), ['rvu27a.zip']);
  });

  test('of the archive with all tables each release takes its own', () => {
    const inside = 'tabular_2027 index_2027 eindex_2027 drug_2027 neoplasm_2027'.split(' ').map((one) => `icd10cm_${one}.xml`);
    const taken = (id: string) => inside.filter((name) => new RegExp(release(id).inside ?? '', 'i').test(name));
    assert.deepEqual(taken('icd-10-cm-notes'), inside.slice(0, 1));
    assert.deepEqual(taken('icd-10-cm-index'), inside.slice(1));
  });

  test('a release of several files has an address for each', () => {
    assert.deepEqual(
      offerOn(catalogue, release('ncci-pairs'), '2026-11-21').files.map(({ part, urls }) => [part, /f\d/.exec(urls[0])?.[0]]),
      [
        [1, 'f1'],
        [2, 'f2'],
        [3, 'f3'],
        [4, 'f4'],
      ],
    );
  });

  test('every address is complete and encrypted, every licence has words and a link, every basis is said', () => {
    for (const one of catalogue.releases) {
      const { files, licence } = offerOn(catalogue, one, '2026-11-21');
      for (const url of files.flatMap(({ urls }) => urls)) {
        assert.equal(new URL(url).protocol, 'https:');
        assert.doesNotMatch(url, /[{}]/);
      }
      for (const { basis } of one.addresses) assert.ok(['seen', 'pattern'].includes(basis), one.id);
      assert.equal(licence === undefined, one.licence === undefined);
      if (licence) assert.ok(licence.text.length > 100 && licence.link.startsWith('https://'));
      assert.match(one.byHand, /^https:/);
    }
  });

  test('corrections take the place of what they correct; the rest stays', () => {
    const mine = {
      ...release('icd-10-cm'),
      addresses: [{ url: 'https://example.org/{fy}.zip', basis: 'pattern' }],
      sha256: { '2027.zip': 'AB'.repeat(32) },
    };
    const both = corrected(catalogue, read(JSON.stringify({ releases: [mine] })));
    assert.equal(both.releases.length, catalogue.releases.length);
    const found = both.releases.find(({ id }) => id === 'icd-10-cm');
    assert.ok(found);
    const [url] = offerOn(both, found, '2026-11-21').files[0].urls;
    assert.equal(url, 'https://example.org/2027.zip');
    assert.equal(hashOf(found, url), 'ab'.repeat(32));
    assert.equal(hashOf(found, 'https://example.org/2028.zip'), undefined);
  });

  test('what is wrong with a correction is said, with its place', () => {
    const wrong = (change: object) => readCatalogue(JSON.stringify({ releases: [{ ...release('hcpcs'), ...change }] }));
    assert.equal(readCatalogue('{'), 'it is not JSON');
    assert.equal(readCatalogue('[]'), 'it has no list “releases”');
    assert.equal(readCatalogue('{"releases":[7]}'), 'release 1 is not a release');
    assert.equal(wrong({ title: undefined }), 'hcpcs has no “title”');
    assert.equal(wrong({ calendar: 'weekly' }), 'hcpcs has a “calendar” that is none of fiscal-year, quarter, half-year');
    assert.equal(wrong({ addresses: [] }), 'hcpcs has no “addresses”');
    assert.equal(wrong({ addresses: [{ url: 'www.cms.gov' }] }), 'hcpcs has an address without a “url”');
    assert.equal(wrong({ licence: 'nobody' }), 'hcpcs has a “licence” that stands nowhere');
    assert.equal(wrong({ parts: 0 }), 'hcpcs has “parts” that are no number');
    assert.equal(wrong({ sha256: { a: 'b' } }), 'hcpcs has a “sha256” that is no table of hashes');
    assert.equal(wrong({ inside: '(' }), 'hcpcs has an “inside” that is no regular expression');
    assert.equal(readCatalogue('{"licences":{"a":{"title":"b"}},"releases":[]}'), 'the licence a has no “text”');
  });
});
