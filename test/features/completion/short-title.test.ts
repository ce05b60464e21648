// The title of a code in the width of a list: what it is, and which one of many.
import assert from 'node:assert/strict';
import { shortTitles } from '../../../server/features/completion/short-title';

const COLUMNS = 44;
const short = (code: string, title: string): string => shortTitles([{ code, title }])[0];

suite('titles in the width of a list', () => {
  test('what fits stays as it is', () =>
    assert.equal(short('I10', 'Essential (primary) hypertension'), 'Essential (primary) hypertension'));

  test('long words are written as coders write them, no more than it takes', () => {
    assert.equal(short('E11.22', 'Type 2 diabetes mellitus with diabetic chronic kidney disease'), 'T2DM w/ diabetic chr kidney disease');
    assert.equal(short('H47.393', 'Other disorders of optic disc, bilateral'), 'Other disorders optic disc, bilat');
  });

  test('of what still does not fit the side and the encounter stay', () => {
    const title = 'Displaced fracture of proximal phalanx of right index finger, initial encounter for closed fracture';
    assert.match(short('S62.610A', title), /right index.* initial$/);
  });

  test('of codes of one category what differs comes first', () => {
    const quadrants = ['upper-inner', 'lower-inner', 'upper-outer', 'lower-outer'].map((one, n) => ({
      code: `C50.${n + 2}11`,
      title: `Malignant neoplasm of ${one} quadrant of right female breast`,
    }));
    for (const [n, one] of shortTitles(quadrants).entries()) assert.ok(one.includes(quadrants[n].title.split(' ')[3]), one);
  });

  test('no title is longer than its room, and none is empty', () => {
    const words = ['Fracture', 'of', 'unspecified', 'right', 'pneumonoultramicroscopicsilicovolcanoconiosis', 'with', 'left', '1', ''];
    for (let n = 0; n < 2000; n += 1) {
      const title = Array.from({ length: (n % 17) + 1 }, (_, i) => words[(n * 7 + i * i * 3) % words.length]).join(' ');
      const [one] = shortTitles([{ code: 'S62.610A', title, taken: n % 3 }]);
      assert.ok(one.length <= COLUMNS - 'S62.610A'.length - 2 - (n % 3), one);
      assert.ok(one !== '' || title.trim() === '');
    }
  });
});
