// The shape of a code set and its look-up. Bytes or text in, answers out: nothing here opens files.

import type { CodeNote } from './notes';
import type { Pair } from './pairs';

/** The sets by id. The id is the folder's name. */
export type CodeSetId =
  | 'icd-10-cm'
  | 'icd-10-pcs'
  | 'hcpcs'
  | 'modifiers'
  | 'place-of-service'
  | 'carc'
  | 'rarc'
  | 'claim-status-category'
  | 'claim-status'
  | 'claim-frequency'
  | 'filing-indicator'
  | 'taxonomy'
  | 'revenue'
  | 'condition'
  | 'occurrence'
  | 'value-code'
  | 'type-of-bill'
  | 'cpt';

/**
 * What an edition may hold beside codes. Notes are asked for with `notes`, pairs with `pair`, all else with `fact`, by these names:
 *
 * | set | layer | key | values |
 * | --- | --- | --- | --- |
 * | icd-10-cm | diagnosis-edits | diagnosis | `adult maternity newborn pediatric` (ages, see age-ranges), `manifestation`, `unacceptable` (as principal diagnosis), `ecodepdx` (external cause, never principal), `unspecified`, `qadm` (questionable admission), `diabtypeI` …: `yes` |
 * | icd-10-cm | age-ranges | `adult`, `maternity`, `newborn`, `pediatric` | `min`, `max`: years |
 * | icd-10-cm | changes | diagnosis | `change`: `added`, `deleted`, `divided` (now a category) or `revised`; `before`: the former title; `replacedBy`: a line each |
 * | icd-10-cm | conversions | former diagnosis | `replacedBy`: a line each |
 * | icd-10-cm | index, external-causes, drugs, neoplasms | running number | for the search: title and `code` of an entry |
 * | icd-10-cm | poa-exempt | diagnosis | `exempt`: `yes` |
 * | hcpcs | units, hospital-units, supplier-units | service | `units`, `indicator` (1 line, 2 and 3 day), `rationale` |
 * | hcpcs | add-ons | add-on service | `type` (1 the primaries listed, 2 the contractor says which, 3 both), `primaries` (a line each), `note` |
 * | hcpcs | relative-values | service and modifier joined: 7055126 | `status`, `work`, `office`, `facility`, `malpractice`, `global`, `multiple`, `bilateral`, `assistant`, `conversion` … |
 * | hcpcs | cost-indices | contractor and locality joined: 1011200 | `state`, `name`, `work`, `office`, `malpractice` |
 * | hcpcs | anesthesia-rates | the same, or `NATIONAL` | `name`, `conversion` |
 * | hcpcs | anesthesia-units | anesthesia service | `base` |
 */
export type Layer =
  | 'notes'
  | 'poa-exempt'
  | 'diagnosis-edits'
  | 'age-ranges'
  | 'changes'
  | 'conversions'
  | 'index'
  | 'external-causes'
  | 'drugs'
  | 'neoplasms'
  | 'pairs'
  | 'hospital-pairs'
  | 'units'
  | 'hospital-units'
  | 'supplier-units'
  | 'add-ons'
  | 'relative-values'
  | 'cost-indices'
  | 'anesthesia-rates'
  | 'anesthesia-units';

/** `set.json` of a set. Dates are ISO; `to` is the last day, absent while current. */
export interface Manifest {
  readonly id: CodeSetId;
  /** Absent for an edition of codes. */
  readonly layer?: Layer;
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  readonly effective: { readonly from: string; readonly to?: string };
  readonly source: string;
  readonly retrieved: string;
  readonly sha256: string;
  readonly licence: string;
  readonly columns: readonly string[];
  readonly count: number;
}

/** One code. Code with its dot; dates ISO, first and last day on which it may be used. */
export interface CodeEntry {
  readonly set: CodeSetId;
  readonly edition: string;
  readonly code: string;
  readonly title: string;
  /** May stand on a claim as it is; false for a category with children. True for every code of a flat set. */
  readonly billable: boolean;
  readonly from?: string;
  readonly to?: string;
  /** Further columns of the set's file by name, e.g. `meaning` and `next` of a CARC, `explain` of a modifier. */
  readonly more: Readonly<Record<string, string>>;
}

/**
 * The answer of a look-up, which names a date. `retired` also covers a code that is not yet in force:
 * the entry's dates tell. `unsure` says that what is on this machine does not settle it: the set is only a
 * starter, so that an absent code may be a good one, or no edition here covers the date, so that a code may
 * then have had other dates or other codes below it. Rules then warn instead of refusing. `replacedBy` is the one code that took
 * the place of a retired one; `replacements` are several among which the record decides.
 */
export type Lookup =
  | { readonly status: 'active'; readonly entry: CodeEntry; readonly unsure?: true }
  | {
      readonly status: 'retired';
      readonly entry: CodeEntry;
      readonly replacedBy?: string;
      readonly replacements?: readonly string[];
      readonly unsure?: true;
    }
  | { readonly status: 'unknown'; readonly unsure: boolean };

export interface SearchResult extends CodeEntry {
  /** Higher is better; only comparable within one answer. */
  readonly score: number;
}

export interface SearchOptions {
  readonly sets?: readonly CodeSetId[];
  /** ISO date of service. */
  readonly date: string;
  /** Default 20. */
  readonly limit?: number;
  /** Codes (with dot) that the practice uses, with how often: these come earlier. */
  readonly used?: ReadonlyMap<string, number>;
}

/** Everything that is asked of code sets. One value of it is made at start and given to whoever needs it. */
export interface CodeSets {
  find(set: CodeSetId, code: string, date: string): Lookup;
  /** Codes one level below, in order; empty for a leaf or an unknown code. */
  children(set: CodeSetId, code: string, date: string): readonly CodeEntry[];
  /** Codes above, nearest first. */
  parents(set: CodeSetId, code: string, date: string): readonly CodeEntry[];
  /** What the book prints at a code and above it, nearest first; empty where no notes have been imported. */
  notes(set: CodeSetId, code: string, date: string): readonly CodeNote[];
  /**
   * What a layer says of a code on a date, by name (see `Layer`). Undefined where it says nothing or none of that time is here.
   */
  fact(set: CodeSetId, layer: Layer, code: string, date: string): Readonly<Record<string, string>> | undefined;
  /** The NCCI pair of two services in force on a date: column 1 is paid, column 2 is not. */
  pair(column1: string, column2: string, date: string, layer?: 'pairs' | 'hospital-pairs'): Pair | undefined;
  search(query: string, options: SearchOptions): readonly SearchResult[];
  /** All editions on this machine, newest first within a set. */
  editions(): readonly Manifest[];
  /** All entries of a set at a date, in code order. Meant for small sets. */
  list(set: CodeSetId, date: string): readonly CodeEntry[];
}
