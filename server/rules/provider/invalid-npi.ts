// An NPI has ten digits, and the last one proves the others.
import { npiFault } from '../../model/identifiers';
import type { PartyRole } from '../rule';
import { rule } from '../rule';

const LANDINGS: Partial<Record<PartyRole, { paper: string; transaction: string }>> = {
  provider: { paper: '24J', transaction: '2310B NM109' },
  facility: { paper: '32a', transaction: '2310C NM109' },
};

/** Claims had to name providers by NPI from this day on. */
const MANDATORY = '2007-05-23';
/** What people write is of today. */
const TODAY = '9999';

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.1.0',
  title: 'An NPI has ten digits and a right check digit',
  why: 'One mistyped digit makes the check digit wrong: the claim is refused at the door.',
  cites: ['45 CFR 162.406', 'CMS, National Provider Identifier check digit'],
  paper: '33a',
  transaction: '2010AA NM109',
  bad: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012347', 'provider CURIE2\n  name Curie, Marie A\n  npi 199201234'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348'],
  check({ party: { npi }, role, day = TODAY }, { report }) {
    const fault = npi && npiFault(npi.value);
    if (fault)
      report(npi, `${npi.value} is not an NPI: ${fault}`, {
        ...LANDINGS[role],
        severity: day < MANDATORY || role === 'other' ? 'warning' : 'error',
      });
  },
});
