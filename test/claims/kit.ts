// Claims for tests: an encounter beside the small practice becomes an 837, and is read back as loops.
import type { Claim } from '../../server/model/claim';
import { resolveClaim } from '../../server/model/resolve';
import { claimControl } from '../../server/claims/control';
import { type Interchange, writeClaims } from '../../server/claims/write-837p';
import { type X12Document, readX12 } from '../../server/syntax/x12/read';
import { PRACTICE } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';

export const INTERCHANGE: Interchange = { control: 17, date: '2026-11-03', time: '0930', usage: 'T', sender: 'RIV001', receiver: '60054' };

/** All claims of the encounters in a text that stands beside a practice. */
export function claimsOf(text: string, beside = PRACTICE): Claim[] {
  const document = readDocument(text);
  const { workspace } = worldOf([readDocument(beside, 'file:///practice/front-desk.practice'), document]);
  return document.definitions.encounters.map((encounter) => resolveClaim(encounter, workspace));
}

/** The 837 of all encounters in a text. */
export function fileOf(text: string, beside = PRACTICE, interchange: Partial<Interchange> = {}): string {
  const claims = claimsOf(text, beside).map((claim) => ({ claim, control: claimControl(claim.id.value, 1) }));
  return writeClaims({ claims, interchange: { ...INTERCHANGE, ...interchange } });
}

/** A file as lines, a segment each, without the envelopes. */
export function segmentsOf(text: string): string[] {
  const document = readX12(text);
  const lines: string[] = [];
  for (let i = 0; i < document.segments.count; i++) {
    const { start, end } = document.segments.span(i);
    lines.push(text.slice(start, end));
  }
  return lines;
}

/** The segments that begin as given. */
export function segments(text: string, beginning: string): string[] {
  return segmentsOf(text).filter((line) => line === beginning || line.startsWith(`${beginning}*`) || line.startsWith(`${beginning}:`));
}

export function read(text: string): X12Document {
  return readX12(text);
}
