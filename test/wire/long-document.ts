// A long document of clean encounters, for tests and measurements.

const TITLES = [
  ['M17.11', 'Unilateral primary osteoarthritis, right knee'],
  ['I10', 'Essential (primary) hypertension'],
  ['E11.65', 'Type 2 diabetes mellitus with hyperglycemia'],
] as const;

/** So many lines, as encounters of the sample practice, each on a day of its own. */
export function longDocument(lines: number): string {
  const encounters: string[] = [];
  for (let n = 0; encounters.length * 14 < lines; n += 1) {
    const day = new Date(Date.UTC(2026, 7, 1 + (n % 90))).toISOString().slice(0, 10);
    const patient = n < 90 ? 'DOE-JANE' : 'DOE-SAM';
    const [code, title] = TITLES[n % TITLES.length];
    encounters.push(
      [
        `encounter L${1000 + n}`,
        `  patient    ${patient}`,
        `  date       ${day}`,
        '  place      11',
        '  rendering  CURIE',
        '',
        '  note',
        '    OA right knee, T2DM, HTN. Denies SOB.',
        '  diagnoses',
        `    A  ${code}  ${title}`,
        '  services',
        '    99213  A  145.00',
        '    36415  A    8.00',
        '',
      ].join('\n'),
    );
  }
  return encounters.join('\n');
}
