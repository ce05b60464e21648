// Response files for tests, written from segments alone: envelopes and counts are added.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type X12Document, readX12 } from '../../server/syntax/x12/read';

/** A response file around the segments of one transaction. */
export function response(type: '835' | '999' | '277', body: readonly string[]): string {
  const [functional, version] = { 835: ['HP', '005010X221A1'], 999: ['FA', '005010X231A1'], 277: ['HN', '005010X214'] }[type];
  const st = type === '835' ? 'ST*835*0001' : `ST*${type}*0001*${version}`;
  return [
    'ISA*00*          *00*          *ZZ*60054          *ZZ*RIV001         *261110*0930*^*00501*000000055*0*T*:',
    `GS*${functional}*60054*RIV001*20261110*0930*55*X*${version}`,
    st,
    ...body,
    `SE*${body.length + 2}*0001`,
    'GE*1*55',
    'IEA*1*000000055',
  ]
    .map((segment) => `${segment}~`)
    .join('');
}

export function read(type: '835' | '999' | '277', body: readonly string[]): X12Document {
  return readX12(response(type, body));
}

const CORPUS = path.join(process.cwd(), '..', 'shared', 'corpus');

/** A file of the public corpus, where that is on this machine. */
export function corpus(name: string): string | undefined {
  const file = path.join(CORPUS, name);
  return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
}
