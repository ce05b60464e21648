// Nobody supervises their own work.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['professional', 'dental'],
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The supervising provider is another one than the rendering provider',
  why: 'A supervising provider is named only where somebody else gave the service: clearinghouses refuse the same person in both roles.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2310D', 'CMS Medicare Claims Processing Manual, chapter 26, item 17'],
  paper: '17',
  transaction: '2310D NM109',
  bad: ['rendering CURIE\nsupervising CURIE'],
  good: ['rendering CURIE\nsupervising HOUSE'],
  check({ rendering, supervising }, { report }) {
    const npi = supervising?.target?.npi?.value;
    if (supervising && npi !== undefined && npi === rendering?.target?.npi?.value)
      report(supervising.at, 'The supervising provider is the rendering provider: leave it out, or name who gave the service');
  },
});
