// A strict receiver's answers: a claim with an error is refused with a status that says why, and the answers themselves are valid.
import assert from 'node:assert/strict';
import { acknowledge } from '../../server/training-payer/acknowledge';
import { readX12 } from '../../server/syntax/x12/read';
import { makeBatch } from '../documents/x12/batch';
import { CLAIM_FAULTS, faultsOf } from '../documents/x12/semantic-mutants';
import { HOSPITAL_FAULTS, SITUATION_FAULTS } from '../documents/x12/situation-mutants';
import { HOSPITAL_SITUATIONS, PROFESSIONAL_SITUATIONS } from '../documents/x12/situations';
import { mutants } from '../syntax/x12/mutants';
import { frameX12, told, x12Findings } from '../rules/x12/kit';

function answers(text: string) {
  return acknowledge(readX12(text), x12Findings(text));
}

/** Every STC of patients and lines: `E1-1 A7:562:85 U`. */
function statuses(text: string | undefined): string[] {
  const { segments } = readX12(text ?? '');
  const found: string[] = [];
  let claim = '';
  for (let i = 0; i < segments.count; i += 1) {
    if (segments.id(i) === 'HL') claim = '';
    else if (segments.id(i) === 'TRN') claim = segments.text(i, 2);
    else if (segments.id(i) === 'STC' && !segments.text(i, 1).startsWith('A1'))
      found.push([claim, segments.text(i, 1), segments.text(i, 3)].join(' '));
  }
  return found;
}

suite('acknowledge', () => {
  const { claims } = makeBatch();

  test('a clean batch is taken in', () => {
    const one = answers(claims);
    assert.deepEqual(one.claims, { accepted: 5, refused: 0 });
    assert.equal(new Set(statuses(one['277ca']).map((status) => status.split(' ')[1])).size, 1);
  });

  const refused = (name: string, example: string, status: string): void => {
    test(name, () => {
      const one = answers(frameX12(example));
      assert.equal(one.claims.refused, 1, JSON.stringify(one.claims));
      assert.ok(statuses(one['277ca']).includes(status), statuses(one['277ca']).join(' | '));
    });
  };
  refused('the total', 'CLM*E1001*300***11:B:1*Y*A*Y*Y', 'E1001 A8:400 U');
  refused('the billing NPI', 'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567890', 'E1001 A7:562:85 U');
  refused('the rendering NPI', 'NM1*82*1*CURIE*MARIE****XX*1992012349', 'E1001 A7:562:82 U');
  refused('the billing ZIP code', 'N4*SPRINGFIELD*IL*6270', 'E1001 A7:500:85 U');
  refused('a dotted diagnosis', 'HI*ABK:M17.11*ABF:E1165', 'E1001 A7:255 U');
  refused('a pointer of a line', 'SV1*HC:99213:25*145*UN*1***1:5', 'E1001 A7:477 U');
  refused('a replacement without number', 'CLM*E1001*255***11:B:7*Y*A*Y*Y', 'E1001 A6:464 U');

  test('a file that the guide refuses has no 277CA', () => {
    const one = answers(frameX12('no HI'));
    assert.match(one['999'] ?? '', /IK5\*R\*5/);
    assert.equal(one['277ca'], undefined);
  });

  test('a forgotten terminator within a transaction is an error of its segment', () => {
    const one = answers(claims.replaceAll('~', '~\n').replace(/^(CLM\*[^~]*)~/m, '$1'));
    assert.match(one.ta1 ?? '', /\*A\*000~/);
    assert.match(one['999'] ?? '', /IK3\*CLM\*\d+\*2300\*8~CTX\*[^~]*~IK4\*\d+\*\*6\*/);
    assert.match(answers(claims.replaceAll('~', '~\n').replace(/^(GS\*[^~]*)~/m, '$1')).ta1 ?? '', /TA1\*.*\*R\*004/);
  });

  test('a broken envelope has a TA1 alone', () => {
    const one = answers(frameX12('837P').replace('IEA*1*000000905', 'IEA*1*000000906'));
    assert.match(one.ta1 ?? '', /TA1\*000000905\*260901\*1253\*R\*001/);
    assert.equal(one['999'], undefined);
  });

  test('an old version of the interchange has a TA1, an old guide its code, a guide before its corrections passes', () => {
    const file = frameX12('837P');
    assert.match(answers(file.replace('*00501*', '*00401*')).ta1 ?? '', /\*R\*017/);
    const old = answers(file.replaceAll('005010X222A1', '004010X098A1'))['999'] ?? '';
    assert.match(old, /IK5\*R\*I6/);
    assert.match(old, /AK9\*R\*1\*1\*0\*2/);
    assert.match(answers(file.replaceAll('005010X222A1', '005010X222'))['999'] ?? '', /IK5\*A/);
  });

  test('only the guide is broken: I5', () => {
    assert.match(answers(frameX12('CLM*E1001*255***11:B:1*Y*A*Y*Y').replace('*Y*A*Y*Y', '*Y*Q*Y*Y'))['999'] ?? '', /IK5\*R\*5/);
    assert.match(answers(frameX12('CLM*E1001*255***11:B:1*Y*A*Y*Y').replace('*255***', '*255*X**'))['999'] ?? '', /IK5\*R\*I5/);
  });

  test('a code of other guides is not used here (I6), one of none is invalid (7)', () => {
    const of = (unit: string) => answers(frameX12('837P').replace('*145*UN*', `*145*${unit}*`))['999'] ?? '';
    assert.match(of('DA'), /IK4\*3\*355\*I6\*DA~IK5\*R\*I5~/);
    assert.match(of('Q9'), /IK4\*3\*355\*7\*Q9~IK5\*R\*5~/);
  });

  test('errors stand in the order of the file, with the numbers of their elements', () => {
    const file = frameX12('837P');
    const one = answers(file.replace('HL*2*1*', 'HL*2*9*').replace('*145*UN*', '*145*Q9*').replace('NM1*85*', 'NM1*ZZ*'))['999'] ?? '';
    const positions = [...one.matchAll(/IK3\*\w+\*(\d+)/g)].map(([, at]) => Number(at));
    assert.deepEqual(
      positions,
      [...positions].sort((a, b) => a - b),
    );
    assert.match(one, /IK4\*1\*98\*I6\*ZZ~/);
    assert.match(one, /IK4\*2\*734\*7\*9~/);
  });

  test('a transaction without its end, of another kind or by another guide is told once', () => {
    const file = frameX12('837P');
    assert.match(answers(file.replace('ST*837*', 'ST*270*'))['999'] ?? '', /AK2[^~]*~IK5\*R\*6~AK9\*R\*1\*1\*0~/);
    assert.match(answers(file.replace(/(ST\*837\*0001\*005010)X222A1/, '$1X223A2'))['999'] ?? '', /AK2[^~]*~IK5\*R\*I6~AK9\*R\*1\*1\*0~/);
    assert.match(answers(file.replace(/SE\*[^~]*~\s*/, ''))['999'] ?? '', /AK2[^~]*~IK5\*R\*2~/);
  });

  test('a group whose beginning cannot be read is content that cannot be', () => {
    assert.match(answers(frameX12('837P').replace('*20260901*1253*1*X', '*20261301*1253*1*X')).ta1 ?? '', /\*R\*024~/);
  });

  test('everything that is wrong with a claim is said, of the claim and of each line', () => {
    const text = frameX12('CLM*E1001*300***11:B:1*Y*A*Y*Y').replace('XX*1992012348', 'XX*1992012349').replace('20610:RT', '20610:RT:RT');
    const one = answers(text);
    assert.deepEqual(statuses(one['277ca']), ['E1001 A8:400 U', 'E1001 A7:562:82 U', 'E1001 A7:453 U']);
    assert.match(one['277ca'] ?? '', /SVC\*HC:20610:RT:RT\*110~STC\*A7:453\*/);
  });

  test('a claim whose lines alone are wrong is told to look there', () => {
    const one = answers(frameX12('837P').replace('20610:RT', '20610:RT:RT').replace('99213:25*', '99213:25:25*'));
    assert.deepEqual(statuses(one['277ca']), ['E1001 A7:247 U', 'E1001 A7:453 U', 'E1001 A7:453 U']);
  });

  test('what is refused as a whole is named with its reason', () => {
    const file = frameX12('837P');
    assert.deepEqual(answers(file).turnedAway, []);
    assert.deepEqual(answers(file + file).turnedAway, ['interchange 000000905: control number was used before (TA1 025)']);
    assert.deepEqual(answers(file.replace(/^.*?(?=ST\*)/s, '')).turnedAway, ['interchange: it has no ISA (TA1 024)']);
    assert.deepEqual(answers(frameX12('no HI')).turnedAway, ['transaction 0001: segments are in error (999 IK502 5)']);
    assert.deepEqual(answers(file.replace('GS*HC*', 'GS*HP*')).turnedAway, ['group 1: group is not supported (999 AK905 1)']);
    assert.deepEqual(answers('').turnedAway, ['nothing is in it']);
  });

  test('answers to several interchanges of one file have numbers of their own', () => {
    const { segments } = readX12(answers(`${frameX12('837P')}${frameX12('837P')}`.replaceAll('*0*T*:', '*1*T*:')).ta1 ?? '');
    const numbers = [...Array(segments.count).keys()].filter((i) => segments.id(i) === 'ISA').map((i) => segments.text(i, 13));
    assert.deepEqual(numbers, ['000009051', '000009061']);
  });

  test('the answer to a damaged envelope is itself without fault', () => {
    const file = frameX12('837P');
    for (const [words, by] of [
      ['GS*HC*', 'GS*PI*'],
      ['GS*HC*', 'GS*HC RIV*'],
      ['*1*X*005010X222A1', '*1234567890*X*005010X222A1'],
      ['*X*005010X222A1', '*X*005010X222A1-TOO-LONG'],
      ['*RIV001*TRAINPAYER*20', '*RIV001 OF SPRINGFIELD*TRAINPAYER WITH A LONG NAME*20'],
      ['*20260901*1253*1*', '*20261301*2560*1*'],
      ['ST*837*0001', 'ST*83*0001'],
      ['ST*837*0001', 'ST*837*01'],
      ['ST*837*0001', 'ST**'],
      ['NM1*IL*1*DOE', 'NM1IL1*DOE'],
      ['HL*2*1*', '*2*1*'],
      ['*W123456789', ''],
      ['11:B:1*Y', '11:B:1^11:B:1*Y'],
      ['HI*ABK', 'HI*^ABK'],
      ['SE*31*', 'SE*30*'],
      ['GE*1*1', 'GE*2*1'],
    ]) {
      const one = answers(file.replace(words, by));
      assert.notEqual(file.replace(words, by), file, words);
      for (const kind of ['ta1', '999', '277ca'] as const) {
        const text = one[kind];
        if (text !== undefined) assert.deepEqual(told(text, ['error']), [], `${by}\n${text}`);
      }
    }
  });

  test('the answer to any fault is itself without fault', function () {
    for (const fault of faultsOf(claims, CLAIM_FAULTS)) {
      const one = answers(fault.text);
      // What check finds and what is answered agree.
      const isClean = one.turnedAway.length === 0 && one.claims.refused === 0;
      assert.equal(isClean, told(fault.text, ['error']).length === 0, fault.name);
      for (const kind of ['ta1', '999', '277ca'] as const) {
        const text = one[kind];
        if (text !== undefined) assert.deepEqual(told(text, ['error']), [], `${fault.name}\n${text}`);
      }
    }
  });

  test('a 999 names segment, position, element and error', () => {
    // What the mutants do to one element, and how IK403 calls it.
    const errors: readonly (readonly [damage: string, codes: string])[] = [
      ['too long', '5'],
      ['too short', '47'],
      ['no date', '8'],
      ['repeated', '12'],
      ['one element too many', '3'],
      ['below zero', '67'],
      ['not a number', '67'],
    ];
    const text = frameX12('837P');
    const first = readX12(text).interchanges[0].groups[0].transactions[0].first;
    let checked = 0;
    for (const {
      name,
      text: changed,
      segments: [at],
    } of mutants(text)) {
      const [, id, element] = /^(\w+) at \d+(?: (\d+))?/.exec(name) ?? [];
      const error = errors.find(([damage]) => name.endsWith(damage));
      if (!error || !id) continue;
      const { segments } = readX12(answers(changed)['999'] ?? '');
      let here = false;
      const found: string[] = [];
      for (let i = 0; i < segments.count; i += 1) {
        if (segments.id(i) === 'IK3')
          here = segments.text(i, 1) === id && Number(segments.text(i, 2)) === at - first + 1 && segments.text(i, 4) === '8';
        else if (segments.id(i) === 'IK4' && here) found.push(`${segments.component(i, 1, 1).text} ${segments.text(i, 3)}`);
      }
      const fits = found.some(
        (one) =>
          (!element || one.startsWith(`${element} `)) && (error[1] === one.split(' ')[1] || [...error[1]].includes(one.split(' ')[1])),
      );
      assert.ok(fits, `${name}: ${found.join(', ')}`);
      checked += 1;
    }
    assert.ok(checked > 100, `${checked} checked`);
  });

  test('a refused claim is told what is wrong, not only that something is', function () {
    for (const [text, rows] of [
      [claims, CLAIM_FAULTS],
      [PROFESSIONAL_SITUATIONS, SITUATION_FAULTS],
      [HOSPITAL_SITUATIONS, HOSPITAL_FAULTS],
    ] as const) {
      for (const fault of faultsOf(text, rows)) {
        const one = answers(fault.text);
        assert.deepEqual(
          statuses(one['277ca']).filter((status) => / A7:21(:| )/.test(status)),
          [],
          fault.name,
        );
      }
    }
  });
});
