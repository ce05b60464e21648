// Archives and spreadsheets: what is in them comes out, and what is damaged is refused with its reason.
import assert from 'node:assert/strict';
import { gzipSync, zipSync } from 'fflate';
import { unpackFiles } from '../../codesets/archive';
import { Refusal } from '../../codesets/import';
import { officialFile, officialArchive, whyNoOfficial } from './official';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const names = (files: readonly { name: string }[]): string[] => files.map(({ name }) => name).sort();
const archive = zipSync({ 'release/codes.txt': bytes('one\ntwo\n'.repeat(500)), 'codes.pdf': bytes('%PDF'), 'sums.csv': bytes('a,b') });

async function refusal(file: Uint8Array): Promise<string> {
  try {
    await unpackFiles([{ name: 'release.zip', bytes: file }]);
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error.message;
  }
  return '';
}

suite('archives', () => {
  test('files come out by their own names, papers for people stay inside', async () => {
    const files = await unpackFiles([
      { name: 'release.zip', bytes: archive },
      { name: 'plain.txt', bytes: bytes('x') },
    ]);
    assert.deepEqual(names(files), ['codes.txt', 'plain.txt', 'sums.csv']);
    assert.equal(new TextDecoder().decode(files[0].bytes).length, 4000);
  });
  test('an archive within an archive', async () => {
    assert.deepEqual(names(await unpackFiles([{ name: 'all.zip', bytes: zipSync({ 'inner.zip': archive }) }])), ['codes.txt', 'sums.csv']);
  });
  test('a list that comes as text and as spreadsheet is read once', async () => {
    const files = await unpackFiles([{ name: 'x.zip', bytes: zipSync({ 'list.txt': bytes('a'), 'list.xlsx': bytes('not a sheet') }) }]);
    assert.deepEqual(names(files), ['list.txt']);
  });
  test('an archive that is cut off is refused, wherever it is cut', async () => {
    for (let length = 5; length < archive.length - 1; length += 23) {
      assert.match(await refusal(archive.slice(0, length)), /release.zip is a zip archive that is cut off/, `${length} bytes`);
    }
  });
  test('one file packed by itself; cut off or damaged it is refused', async () => {
    const packed = gzipSync(bytes('one\ntwo\n'.repeat(500)));
    const [file] = await unpackFiles([{ name: 'list.csv.gz', bytes: packed }]);
    assert.deepEqual([file.name, file.bytes.length], ['list.csv', 4000]);
    for (let length = 4; length < packed.length; length += 3) assert.match(await refusal(packed.slice(0, length)), /damaged/);
    for (let at = 10; at < packed.length; at++) {
      assert.match(await refusal(packed.map((byte, place) => (place === at ? byte ^ 0x55 : byte))), /damaged/, `byte ${at}`);
    }
  });
  test('a damaged archive never gives damaged text', async () => {
    for (let place = 4; place < archive.length; place += 3) {
      const damaged = archive.slice();
      damaged[place] ^= 0x55;
      let text = '';
      try {
        const files = await unpackFiles([{ name: 'release.zip', bytes: damaged }]);
        text = new TextDecoder().decode(files.find(({ name }) => name === 'codes.txt')?.bytes);
      } catch (error) {
        assert.ok(error instanceof Refusal, `byte ${place}: ${String(error)}`);
      }
      assert.ok(text === '' || text === 'one\ntwo\n'.repeat(500), `byte ${place}`);
    }
  });
  test('what calls itself a spreadsheet and is none is refused', async () => {
    await assert.rejects(unpackFiles([{ name: 'codes.xlsx', bytes: archive }]), /codes.xlsx is a damaged spreadsheet/);
  });
  test('a spreadsheet under another name is told by what is in it', async () => {
    const sheet = zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'xl/workbook.xml': bytes('<workbook/>') });
    await assert.rejects(unpackFiles([{ name: 'codes.dat', bytes: sheet }]), /codes.dat is a damaged spreadsheet/);
  });
  test('an archive with nothing in it is refused', async () => assert.match(await refusal(zipSync({})), /release.zip .*nothing in it/));
  const why = whyNoOfficial();
  (why ? test.skip : test)(`a publisher's spreadsheet as text, a line for each row${why ? ` (${why})` : ''}`, async function () {
    const [sheet] = await unpackFiles([officialArchive('hcpcs/2020-oct-anweb.xlsx')]);
    const lines = new TextDecoder().decode(sheet.bytes).split('\n');
    assert.ok(lines.some((line) => line.startsWith('HCPC\tSEQNUM\tRECID\tLONG DESCRIPTION\t')));
    assert.ok(
      lines.some((line) => line.startsWith('L1050\t0010\t3\tAddition to ctlso or scoliosis orthosis, sternal pad\tSternal pad\t38')),
    );
    const [fromZip] = await unpackFiles([officialArchive('icd10cm/fy2027-derived-order.zip')]);
    assert.deepEqual(fromZip.bytes, new Uint8Array(officialFile('icd10cm/fy2027-derived-order.zip', /order/).bytes));
  });
});
