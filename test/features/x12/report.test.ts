// “Explain this file”: what is said of remittances, acknowledgements, claims and other files; as a page and as text.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainFile } from '../../../server/features/report/report';
import { escapeHtml, reportHtml } from '../../../server/features/report/html';
import type { Report, ReportSection } from '../../../server/features/report/shape';
import { reportText } from '../../../server/features/report/text';
import { worldWith, BESIDE } from '../../kit/scene';
import { readX12 } from '../../../server/syntax/x12/read';
import { corpusFiles, noCorpus } from '../../syntax/x12/corpus';
import {
  ATTACHMENT_FILE,
  BENEFIT_FILE,
  COMPANY_PREMIUM_FILE,
  DECISION_FILE,
  ENROLLMENT_FILE,
  MEMBER_PREMIUM_FILE,
  NOTICE_FILE,
  REQUEST_FILE,
  STATUS_ANSWER_FILE,
  STATUS_QUESTION_FILE,
} from '../../syntax/x12/samples';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import {
  ACKNOWLEDGEMENT_FILE,
  CLAIM_ACKNOWLEDGEMENT_FILE,
  DENTAL_FILE,
  INQUIRY_FILE,
  INSTITUTIONAL_FILE,
  REMITTANCE_FILE,
} from '../../syntax/x12/valid-files';
import { sentBook } from './kit';

const world = { ...worldWith(BESIDE), sent: sentBook() };
const explained = (text: string): Report => explainFile(readX12(text), world);
const asText = (text: string): string => reportText(explained(text));

/** All texts of a report, a line each. */
function lines(section: ReportSection): string[] {
  const rows = (section.tables ?? []).flatMap((table) => [
    table.caption,
    ...table.groups.flatMap((group) =>
      [...(group.head ? [group.head] : []), ...group.rows].map((row) => row.cells.map((cell) => [cell].flat().join(' / ')).join(' | ')),
    ),
    ...(table.total ? [table.total.cells.join(' | ')] : []),
  ]);
  return [
    section.heading,
    section.summary ?? '',
    ...(section.facts ?? []).map((fact) => fact.join(': ')),
    ...rows,
    ...(section.points ?? []),
    ...(section.sections ?? []).flatMap(lines),
  ].filter(Boolean);
}

function says(text: string, ...wanted: readonly (string | RegExp)[]): void {
  const all = explained(text).sections.flatMap(lines);
  for (const one of wanted) {
    assert.ok(
      all.some((line) => (typeof one === 'string' ? line.includes(one) : one.test(line))),
      `“${String(one)}” is not in\n${all.join('\n')}`,
    );
  }
}

suite('reports: remittances', () => {
  test('payer, payment and each claim with its lines', () =>
    says(
      REMITTANCE_FILE,
      'Remittance from Training Payer',
      'Payment: 92.50 by bank transfer (ACH)',
      'Number: EFT778899',
      /^E1001 · Doe, Jane \/ processed as primary, payer’s number PCN100200300, received 2026-09-03 \| 145\.00 \| 112\.50 \| 92\.50 \| 20\.00 \| /,
      /^99213-25 Office visit, established, low complexity \/ 2026-08-15 \| 145\.00 \| 112\.50 \|/,
    ));
  test('what was taken off, by whom it is borne and why', () =>
    says(REMITTANCE_FILE, /20\.00 Copay: the patient owes it \(PR-3\)/, /32\.50 .*: not owed by the patient \(CO-45\)/, /Remark N130: /));
  test('totals', () => says(REMITTANCE_FILE, 'All claims | 145.00 | 112.50 | 92.50 | 20.00 | 52.50 in all'));
  test('large amounts have commas, in rows and totals', () => {
    const large = REMITTANCE_FILE.replaceAll('*145*92.5*', '*1500145*1500092.5*');
    says(large, /^E1001 .* \| 1,500,145\.00 \|/, /^All claims \| 1,500,145\.00 \| 1,500,112\.50 \| 1,500,092\.50 \|/);
    says(REMITTANCE_FILE.replaceAll('*145*92.5*', '*-1500145*-1500092.5*'), /^All claims \| -1,500,145\.00 \|/);
  });
  test('days of a claim whose lines have none, another name with the payer, and to whom it was sent on', () => {
    const whole = REMITTANCE_FILE.replace(/DTM\*472\*\d+~\n?/, '').replace(
      'DTM*050',
      'NM1*74*1*DOE*JANET****MI*W987~NM1*TT*2*SECOND PAYER*****PI*77~DTM*232*20260815~DTM*233*20260816~DTM*050',
    );
    says(whole, /\/ service 2026-08-15 to 2026-08-16 \/ on file with the payer: Doe, Janet, member W987 \/ sent on to Second Payer \|/);
  });
  test('changes besides the claims in words, with the sign that people expect', () => {
    says(REMITTANCE_FILE, 'Recovery of an earlier overpayment: the payer keeps it (WO) | ADJ1 | -5.00');
  });
  test('what does not add up is said first', () => {
    says(
      REMITTANCE_FILE,
      'It does not add up: see below before you post it.',
      /The payment is 92\.50; claims and provider adjustments come to 87\.50/,
    );
    const whole = REMITTANCE_FILE.replace('BPR*I*92.5', 'BPR*I*87.5')
      .replace(/CAS\*PR\*3\*20~\n?/, '')
      .replace('CAS*CO*45*32.5~', 'CAS*CO*45*32.5~CAS*PR*3*20~');
    assert.equal(explained(whole).sections[0].tone, 'good');
    says(whole, '1 claim, 87.50 paid. It adds up.', 'Yes: every line, every claim and the payment as a whole.');
  });
  test('what is allowed where the payer does not say it', () => {
    const silent = REMITTANCE_FILE.replace(/AMT\*B6\*[\d.]+~/, '');
    assert.notEqual(silent, REMITTANCE_FILE);
    says(silent, 'All claims | 145.00 | 112.50 | 92.50 | 20.00 | 52.50 in all');
    // Sequestration comes off what is allowed; what a plan does not cover is not allowed, whoever owes it.
    says(silent.replace('CAS*CO*45*32.5', 'CAS*CO*45*30.5**253*2'), 'All claims | 145.00 | 114.50 | 92.50 | 20.00 | 52.50 in all');
    says(silent.replace('CAS*PR*3*20', 'CAS*PR*96*20'), 'All claims | 145.00 | 92.50 | 92.50 | 20.00 | 52.50 in all');
    says(silent.replace('CAS*CO*45*32.5', 'CAS*OA*23*32.5'), /^99213-25 .*\| 145\.00 \|  \| 92\.50 \|/);
  });
  test('whatever needs a look has a next step', () => {
    says(
      REMITTANCE_FILE.replace('CAS*CO*45*32.5', 'CAS*CO*330*32.5'),
      /^E1001 \/ 99213 \| 32\.50: .* \| Ask the payer what this reason means\.$/,
    );
    const reversal = REMITTANCE_FILE.replace('CLP*E1001*1*', 'CLP*E1001*22*');
    says(reversal, /^E1001 \| .* took back its earlier payment of .*\. \| Take the earlier payment out of the account; /);
  });
  test('a denied line says what to do', () => {
    const denied = REMITTANCE_FILE.replace('CLP*E1001*1*145*92.5*20', 'CLP*E1001*4*145*0*')
      .replace('CAS*PR*3*20~', '')
      .replace('145*92.5**1', '145*0**1')
      .replace('CAS*CO*45*32.5', 'CAS*CO*97*145')
      .replace('BPR*I*92.5', 'BPR*H*0');
    says(denied, /^What to do$/, /^E1001 \/ 99213 \| 145\.00: .* \| \S.+$/);
    assert.equal(explained(denied).sections[0].tables?.[0].groups[0].head?.tone, 'bad');
  });
});

suite('reports: acknowledgements', () => {
  test('a 999 names what was wrong, where, and what to do', () =>
    says(
      ACKNOWLEDGEMENT_FILE,
      /^Was the form right\? \(999\)/,
      /^No\. /,
      'Refused',
      /NM109 is required and missing.* \| Correct it and send the claim again\. \| 999 IK403 1/,
      /^Transaction 0002 \/ of group 1 \|/,
    ));
  test('an error of a 999 that names no claim tells its segment', () =>
    says(
      ACKNOWLEDGEMENT_FILE.replace(/CTX\*CLM01[^~]*~\n?/g, '').replace('AK1*HC*1*', 'AK1*HC*77*'),
      /The receiver says: segment 12, 2010 NM109 /,
    ));
  test('a 999 names the claim where the sent file is known', () => {
    says(
      ACKNOWLEDGEMENT_FILE.replace('CTX*CLM01:E1001~', '').replace('IK3*NM1*12*2010*8', 'IK3*NM1*14*2010*8'),
      /^E0-1 \| The receiver says/,
    );
  });
  test('what came before the 999 is told by its own name', () =>
    says(
      ACKNOWLEDGEMENT_FILE.replace('ST*999*', 'ST*997*').replaceAll('005010X231A1', '004010').replaceAll('\nIK', '\nAK'),
      /^Was the form right\? \(997\)/,
    ));
  test('a whole batch that is refused is not one claim', () =>
    says(
      CLAIM_ACKNOWLEDGEMENT_FILE.replace('STC*A1:19:PR**WQ*303', 'STC*A3:25:85**U*303'),
      'Claims were refused all together: see below. Nothing was decided about them; correct and send again.',
    ));
  test('a 277CA names claims and patients', () =>
    says(CLAIM_ACKNOWLEDGEMENT_FILE, /^Were the claims taken in\? \(277CA\) from Training Payer$/, /^E1001 · Doe, Jane/));
  test('a 277CA tells when the batch came, what was billed and what was taken in', () =>
    says(
      CLAIM_ACKNOWLEDGEMENT_FILE,
      'Your batch: B1',
      'Received: 2026-09-01',
      'Looked at: 2026-09-02',
      'Taken in: 1 claim, 303.00',
      /^E1001 · Doe, Jane \/ billed 303\.00/,
    ));
  test('sums that refuse what no claim names say so', () => {
    const taken = CLAIM_ACKNOWLEDGEMENT_FILE.replaceAll(/STC\*A[37]:\d+[^~]*/g, 'STC*A2:20:PR*20260902*WQ*303');
    says(taken, 'Yes. Nothing was refused.');
    says(taken.replace('QTY*90*1', 'QTY*AA*1').replace('AMT*YU', 'AMT*YY'), /^The sums say that claims were refused, but none is named/);
  });
  test('a TA1', () => {
    const text = CLAIM_FILE.replace(/GS\*[\s\S]*GE\*1\*1~\n/, 'TA1*000000905*260901*1253*R*018~\n').replace('IEA*1', 'IEA*0');
    says(text, /^Did the file arrive\?/, /^File 000000905 \| The file 000000905 was refused/);
  });
});

suite('reports: claims and others', () => {
  test('each claim with diagnoses and services in words', () =>
    says(
      CLAIM_FILE,
      'Professional claims of Riverside Family Medicine',
      '1 claim, 303.00 in all.',
      'Claim E1001, 303.00',
      /^Patient: Doe, Jane, born 1968-03-14, female$/,
      /^Bill to: Aetna, member W123456789$/,
      'Where: Office (11)',
      'Authorization: A123456',
      '1 | M17.11 | Unilateral primary osteoarthritis, right knee',
      '1 | 99213-25 Office visit, established, low complexity | 1, 2 | 2026-08-15 | 1 | 145.00',
    ));
  test('a claim whose lines do not come to its charge', () =>
    says(
      CLAIM_FILE.replace('E1001*303', 'E1001*300'),
      'Claim E1001, 300.00',
      'The lines come to 303.00: a payer refuses a claim that does not add up.',
      / \| All lines \| .* \| 303\.00$/,
    ));
  test('codes of earlier years stand as they are', () =>
    says(CLAIM_FILE.replace('ABK:M1711*ABF:E1165', 'BK:71516*BF:25000'), '1 | 71516 | a code of ICD-9', '2 | 25000 | a code of ICD-9'));
  test('institutional and dental claims', () => {
    says(INSTITUTIONAL_FILE, /^Institutional claims of /, /^Bill: Hospital, outpatient.* \(131\)$/, /^Stay: 2026-08-15$/, /revenue 0510 /);
    says(
      INSTITUTIONAL_FILE,
      'Admission: emergency (1)',
      'Discharge: discharged home (01)',
      /^reason for visit \| M25\.561 \| Pain in right knee \| $/,
      /^occurrence \| 11 \| \S.* \| 2026-08-01$/,
      /^value \| 80 \| \S.* \| 1 day$/,
    );
    says(DENTAL_FILE, /^Dental claims of /, /^1 \| D2391 \/ tooth 3 \(O\) \|/);
  });
  test('other codes of a hospital claim as people write them', () => {
    const text = INSTITUTIONAL_FILE.replace('HI*BE:80:::1~', 'HI*BE:80:::4*BE:01:::900~');
    says(text, 'value | 80 | Days the plan covers | 4 days', 'value | 01 | Usual price of a two-bed room | 900.00');
    says(text.replace('HI*APR:M25561', 'HI*ABJ:M25561'), /^admitting diagnosis \| M25\.561 \| /);
  });
  test('lines without diagnoses have no column for them', () => {
    const columns = (text: string) => [...reportHtml(explained(text)).matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, title]) => title);
    assert.ok(!columns(DENTAL_FILE).includes('Diagnosis'));
    assert.ok(columns(CLAIM_FILE).includes('Diagnosis'));
    says(DENTAL_FILE, /^All lines \| +\| +\| 180\.00$|^ \| All lines \|  \|  \| 180\.00$/);
  });
  test('a transaction without a claim in it says so', () => {
    const bare = 'ST*837*0001*005010X222A1~BHT*0019*00*1*20260901*1200*CH~SE*3*0001~';
    assert.match(asText(bare), /no claim, payment or answer in it/);
  });
  test('a text that is none says so', () => {
    says('', 'Nothing to explain');
    says('hello', /./);
  });
  test('several files in one', () => {
    const both = explained(REMITTANCE_FILE + CLAIM_FILE);
    assert.equal(both.title, 'This file has 2 parts');
    assert.match(reportHtml(both), /<h1>This file has 2 parts<\/h1>/);
  });
});

suite('reports: questions, answers, members and premiums', () => {
  test('a question about coverage names the person and what is asked', () =>
    says(
      INQUIRY_FILE,
      /^Is the patient covered\? A question/,
      'Doe, Jane, member W123456789',
      /^Asked: plan coverage in general, medical care$/,
    ));
  test('an answer says whether there is coverage, what the patient pays and what is limited', () =>
    says(
      BENEFIT_FILE,
      'Covered: GOLD PPO.',
      /^Deductible \/ individual, .* \| plan coverage in general \| 120\.50 left \/ in network$/,
      /^Copayment .* \| professional office visit \| 25\.00 a visit/,
      /^Coinsurance .* \| 20% a visit \/ out of network/,
      /^Limitations .* \| chiropractic \| 20 visits \/ .*“ASK BEFORE MORE THAN 20 VISITS” \/ place of service 11$/,
      /primary payer: Other Plan/,
      'Doe, Sam',
      'Not covered now.',
      'Not covered | dental care | ',
    ));
  test('the plan is what is active, not the name beside a copayment', () => {
    says(BENEFIT_FILE.replace('EB*B*IND*98*PR**27', 'EB*B*IND*98*PR*COPAY*27'), 'Covered: GOLD PPO.');
    says(BENEFIT_FILE.replace('PR*GOLD PPO', 'PR').replace('EB*B*IND*98*PR**27', 'EB*B*IND*98*PR*GOLD PPO*27'), 'Covered: GOLD PPO.');
  });
  test('an answer that refuses the question says why and what to do', () => {
    says(
      BENEFIT_FILE.replace('INS*Y*18*001*25~', 'AAA*N**72*C~').replace(/EB\*1\*IND[^~]*~/, ''),
      /^Not answered: Member id is invalid or missing: correct and resubmit \(72\)$/,
    );
    says(BENEFIT_FILE.replace('INS*Y*18*001*25~', 'AAA*N**72*N~').replace(/EB\*1\*IND[^~]*~/, ''), /missing: do not resubmit \(72\)$/);
    const whole = BENEFIT_FILE.replace('HL*3*2*22*1~', 'AAA*Y**42*P~\nHL*3*2*22*1~');
    says(whole, 'The question was not answered.', /^Unable to respond now: please resubmit the original \(42\)$/);
  });
  test('a request for authorization', () =>
    says(
      REQUEST_FILE,
      'Authorization: a request (278)',
      'Asks for admission review.',
      'Admission: 2026-09-16',
      'Diagnoses: M17.11 — Unilateral primary osteoarthritis, right knee',
      /^27447-RT.* \| 2026-09-16 \/ 1 unit$/,
    ));
  test('one visit is one', () => {
    says(REQUEST_FILE.replace('HSD*DY*3', 'HSD*VS*1*WK*2*34*3'), 'How much: 1 visit in 2 weeks for 3 months');
    says(REQUEST_FILE.replace('HSD*DY*3', 'HSD*DY*7*WK*1'), 'How much: 7 days in 1 week');
  });
  test('a decision, event by event and service by service', () => {
    says(
      DECISION_FILE,
      '1 modified, 1 certified in total, 1 not certified.',
      'Modified, number A123456',
      /^27447.* \| 2026-09-16 \| Certified in total, number A123457$/,
      /^97110.* \|  \| Not certified, reason 0Y$/,
    );
    assert.equal(explained(DECISION_FILE).sections[0].tone, 'bad');
  });
  test('a notice', () => says(NOTICE_FILE, 'Authorization: a notice (278)', 'Certified in total.'));
  test('members who were added, changed and ended', () =>
    says(
      ENROLLMENT_FILE,
      '4 members: 1 changed, 2 added, 1 ended.',
      'Sponsor: Riverside Works',
      /^Doe, Jane Q \/ self, born 1968-03-14 \/ subscriber W123456789 \| Added: active \/ eligibility begins 2026-10-01 \| Health, PLAN A, family, added, /,
      /other insurance, Other Plan, OTH1/,
      /^Roe, Richard .*was Row, Richard/,
      /^Poe, Anna .* \| Ended: termination of benefits .* \| Health, ended, benefit ends 2026-09-30$/,
    ));
  test('premiums of a company and of members', () => {
    says(
      COMPANY_PREMIUM_FILE,
      'Premium payment from Riverside Works (820)',
      '19,000.00 by bank transfer (ACH), 2 items.',
      'invoice INV501 / members: 5 and 75 |  | 16,500.00 | ',
      /^invoice INV502 \| 2,600\.00 \| 2,500\.00 \| -100\.00 credit for an earlier overpayment$/,
    );
    says(COMPANY_PREMIUM_FILE.replace('INV501*PI*16500', 'INV501*PI*16500*16500'), 'All items | 19,100.00 | 19,000.00 | ');
    says(MEMBER_PREMIUM_FILE, /^Doe, Jane, invoice INV600 .* \| 120\.00 \| 100\.00 \|/, /All items \|  \| 175\.00/);
  });
  test('attachments', () => says(ATTACHMENT_FILE, 'Attachments to a claim (275)', 'REQ77 | 18594-2 | 2026-09-15 | 27 characters'));
  test('claim status, asked and answered', () => {
    says(
      STATUS_QUESTION_FILE,
      'About 2 claims.',
      /^E1001 · Doe, Jane \/ member W123456789, 2026-08-15 \| PCN100200300 \| 145\.00$/,
      /^E1002 · Doe, Sam/,
    );
    says(
      STATUS_ANSWER_FILE,
      'Where does the claim stand? The payer’s answer (277)',
      /^E1001 · Doe, Jane .* \| .*\(F2, 88\) \/ line 99213: .* \| billed 145\.00/,
    );
    says(STATUS_ANSWER_FILE.replace('F2:88', 'F2:80::RX'), /pharmacy reject code 80 \(F2, 80\)/);
    assert.ok(!explained(STATUS_ANSWER_FILE).sections.some((one) => one.heading.includes('277CA')));
  });
  test('what has no guide says so', () =>
    says(ENROLLMENT_FILE.replaceAll('005010X220A1', '004010X095A1'), 'Transaction 834', /^It cannot be told in words/));
});

suite('reports: page and text', () => {
  const hostile = `<img src=x onerror=alert(1)>"'&\u0007\u001b[31m`;
  const named = (name: string) =>
    REMITTANCE_FILE.replace('N1*PR*TRAINING PAYER', `N1*PR*${name}`)
      .replace('DOE*JANE', `${name}*JANE`)
      .replace('CLP*E1001', `CLP*${name}`)
      .replace('LQ*HE*N130', `LQ*HE*${name}`);

  test('hostile text stays text', () => {
    const html = reportHtml(explained(named(hostile)));
    assert.ok(!/<img/i.test(html) && !html.includes('\u001b') && html.includes('&#60;'), 'markup of the file is in the page');
    assert.ok(!/[\u0000-\u0009\u000b-\u001f]/.test(asText(named(hostile))), 'control signs of the file reach the terminal');
  });
  test('no text of any file becomes markup', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const safe = escapeHtml(text);
        assert.ok(!/[<>"']/.test(safe) && !/&(?!#\d+;)/.test(safe));
      }),
    );
  });
  test('the page has no scripts and loads nothing', () => {
    const html = reportHtml(explained(REMITTANCE_FILE));
    assert.ok(html.includes(`default-src 'none'`) && !/<script|<link|<img|https?:/i.test(html.replace(/<style>[\s\S]*<\/style>/, '')));
    assert.ok(!/url\(|@import/.test(html));
  });
  test('a claim of ours leads to where it comes from, and to nothing else', () => {
    const link = (claim: string) => (claim === 'E0-1' ? 'command:show?["a"]' : undefined);
    const page = (text: string) => reportHtml(explained(text), link);
    const anchor = '<a href="command:show?[&#34;a&#34;]" title="Go to the encounter">E0-1</a>';
    assert.ok(page(REMITTANCE_FILE.replaceAll('CLP*E1001*', 'CLP*E0-1*')).includes(`${anchor} · Doe`));
    assert.ok(page(CLAIM_FILE.replace('CLM*E1001*', 'CLM*E0-1*')).includes(`Claim ${anchor}, `));
    for (const other of ['E0-11', 'XE0-1', 'E0-1-2', 'E0-12X'])
      assert.ok(!page(CLAIM_FILE.replace('CLM*E1001*', `CLM*${other}*`)).includes('<a '), other);
  });
  test('a column in which nothing stands is left out, as page and as text', () => {
    const taken = CLAIM_ACKNOWLEDGEMENT_FILE.replace('STC*A3:21*20260902*U', 'STC*A2:20*20260902*WQ').replace(/SVC\*[^]*?(?=SE\*)/, '');
    assert.match(asText(taken), /Payer’s number +Code/);
    const none = taken.replace('REF*1K*PCN100200300~', '');
    for (const text of [asText(none), reportHtml(explained(none))]) {
      assert.ok(text.includes('Taken in') && !text.includes('Payer’s number'), text);
    }
  });
  test('a column of numbers leaves the room to those with words', () => {
    const html = reportHtml(explained(CLAIM_FILE));
    assert.match(html, /<th scope="col" class="short">No\.<\/th>/);
    assert.match(html, /<th scope="col">In words<\/th>/);
  });
  test('rows with and without a sign begin at one edge', () => {
    const tables = (text: string) => [...reportHtml(explained(text)).matchAll(/<table([^>]*)>[^]*?<\/table>/g)];
    for (const [table, attributes] of [...tables(REMITTANCE_FILE), ...tables(CLAIM_FILE)])
      assert.equal(attributes.includes('signed'), table.includes('class="sign"'));
    assert.ok(tables(REMITTANCE_FILE).some(([table]) => table.includes('class="sign"')));
  });
  test('the code of a reason is not broken at its hyphen', () =>
    assert.ok(reportHtml(explained(REMITTANCE_FILE)).includes('(<span class="whole">CO-45</span>)')));
  test('in a narrow column each value has its title', () => {
    const html = reportHtml(explained(REMITTANCE_FILE));
    assert.match(html, /<td class="amount" data-title="Billed">145\.00<\/td>/);
    assert.match(html, /@media \(max-width: 36rem\)/);
    assert.ok(!/min-width: 42rem/.test(html));
  });
  test('headings, captions and scopes for those who listen', () => {
    const html = reportHtml(explained(REMITTANCE_FILE));
    assert.equal(html.match(/<h1>/g)?.length, 1);
    assert.equal(html.match(/<table[ >]/g)?.length, html.match(/<caption>/g)?.length);
    assert.ok(/<html lang="en">/.test(html) && /<th scope="col"/.test(html) && /<th scope="rowgroup"/.test(html) && /<main>/.test(html));
    assert.equal(html.match(/<td|<th/g)?.length, html.match(/<\/td|<\/th/g)?.length);
  });
  test('no title of a row or a column is empty', () => {
    for (const file of [
      CLAIM_FILE,
      REMITTANCE_FILE,
      ACKNOWLEDGEMENT_FILE,
      ENROLLMENT_FILE,
      BENEFIT_FILE,
      COMPANY_PREMIUM_FILE,
      MEMBER_PREMIUM_FILE,
    ]) {
      assert.doesNotMatch(reportHtml(explained(file)), /<th[^>]*><\/th>/);
    }
  });
  test('text keeps within the screen', () => {
    for (const width of [60, 80, 120]) {
      for (const line of reportText(explained(REMITTANCE_FILE), width).split('\n'))
        assert.ok(line.length <= Math.max(width, 76), `${line.length}: ${line}`);
    }
  });
  test('public files of other hands', function () {
    if (noCorpus) {
      console.log(noCorpus);
      this.skip();
    }
    for (const { text } of corpusFiles().filter((one) => one.text.length < 200_000)) {
      const report = explained(text);
      assert.ok(reportHtml(report).includes('</html>') && reportText(report).length > 0);
    }
  });
});
