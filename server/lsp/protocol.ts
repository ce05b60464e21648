// Our own requests between editor and server, beside the language server protocol's. Imports nothing.

export interface EncounterAt {
  readonly uri: string;
  /** The encounter's id; without it the one at `line`, or the first one. */
  readonly encounter?: string;
  /** 0-based line of the cursor. */
  readonly line?: number;
}

/** What the server made of a command, for a person. */
export interface Outcome {
  readonly ok: boolean;
  /** One or two plain sentences. */
  readonly message: string;
  /** `returned`: a payer rejected or denied something; `none`: nothing happened. */
  readonly news?: 'returned' | 'none';
  /** A file to show, as an address. */
  readonly show?: string;
  /** Where to look: the first finding, say. 0-based. */
  readonly at?: { readonly uri: string; readonly line: number; readonly character: number };
}

export interface ClaimNode {
  readonly encounter: string;
  readonly control: string;
  readonly state: string;
  readonly payer: string;
  readonly patient: string;
  readonly date: string;
  /** Written amounts: `145.00`. */
  readonly charge: string;
  readonly paid: string;
  readonly patientShare: string;
  readonly summary: string;
  readonly uri: string;
  /** 0-based line of the encounter. */
  readonly line: number;
}

export interface HistoryEntry {
  readonly at: string;
  readonly what: string;
  /** The file that says so, as an address. */
  readonly file?: string;
}

export interface NewEncounter {
  readonly id: string;
  readonly fileName: string;
  /** A snippet with tab stops. */
  readonly snippet: string;
}

/** A place in a text, 0-based, as editors count. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** An X12 file, and where the cursor stands in it or in its readable view. */
export interface X12At {
  readonly uri: string;
  readonly position?: TextPlace;
}

/** An X12 file explained: a whole page without scripts. */
export interface Explanation {
  readonly title: string;
  readonly html: string;
}

/** A publisher's release that is current, and what of it is on this machine. */
export interface CodeSetOffer {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  /** The edition on offer is here. */
  readonly here: boolean;
  /** The newest edition that was imported. */
  readonly imported?: string;
  readonly megabytes?: number;
  /** Fetched where nobody says what. */
  readonly usual: boolean;
  /** Terms to accept first. */
  readonly licence?: OfferedLicence;
}

export interface OfferedLicence {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly accepted: boolean;
}

export interface UpdateCodeSets {
  /** Ids of offers. */
  readonly releases: readonly string[];
  /** Ids of the licences that the user accepted just now. */
  readonly accepted: readonly string[];
  /** What the editor's settings say of the way to the internet. */
  readonly proxy?: ProxySettings;
}

/** Where one is empty, the environment counts: HTTPS_PROXY and NO_PROXY. */
export interface ProxySettings {
  /** The proxy's address, perhaps with a name and a password. */
  readonly proxy?: string;
  /** Hosts that are asked without it. */
  readonly noProxy?: readonly string[];
}

export interface ImportCodeSets {
  /** Addresses of files. Taken together. */
  readonly uris: readonly string[];
  /** What the user says the edition is. */
  readonly edition?: string;
}

/** What came of an update or an import. */
export interface CodeSetsOutcome extends Outcome {
  /** Where a person finds what could not be fetched. */
  readonly page?: string;
  /** The files do not say which edition they are: the user is asked. */
  readonly asksEdition?: boolean;
}

/** How far an update is. */
export interface CodeSetsProgress {
  readonly message: string;
  /** Of all that was asked for, 0 to 100. */
  readonly percent: number;
}

/** A part of a note: the selected words, or the cursor. */
export interface NotePart {
  readonly uri: string;
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
}

/** A code that the words of a note speak for. */
export interface CodeChoice {
  readonly code: string;
  readonly title: string;
  /** The words that led to it, and what is to be known before it is chosen. */
  readonly because: string;
  /** Under which line it stands in the list. */
  readonly group: string;
}

/** Codes to choose from; with `message` where there is nothing to choose. */
export interface CodeChoices {
  readonly choices: readonly CodeChoice[];
  readonly message: string;
}

/** Codes that were chosen for the encounter around a part of its note. */
export interface ChosenCodes extends NotePart {
  readonly codes: readonly string[];
}

/** Addresses of readable views begin so; the file's own address is the query. */
export const READABLE_SCHEME = 'superbill-readable';

/** Names of the requests. */
export const REQUESTS = {
  generate: 'superbill/generate',
  submit: 'superbill/submit',
  receive: 'superbill/receive',
  resubmit: 'superbill/resubmit',
  claims: 'superbill/claims',
  history: 'superbill/history',
  newEncounter: 'superbill/newEncounter',
  readable: 'superbill/readable',
  inView: 'superbill/inView',
  inFile: 'superbill/inFile',
  explainFile: 'superbill/explainFile',
  findCodes: 'superbill/findCodes',
  addCodes: 'superbill/addCodes',
  codeSets: 'superbill/codeSets',
  updateCodeSets: 'superbill/updateCodeSets',
  importCodeSets: 'superbill/importCodeSets',
} as const;

/** The command behind the claims of a page that explains a file: the address of the encounter's document, and its line (0-based). */
export const SHOW_ENCOUNTER = 'superbill.showEncounter';

/** Notification from the server while code sets are updated. */
export const CODE_SETS_PROGRESS = 'superbill/codeSetsProgress';

/** Notification from the server: claims changed, draw the tree again. */
export const CLAIMS_CHANGED = 'superbill/claimsChanged';

/** What the client tells at start. */
export interface InitializationOptions {
  /** False in an untrusted workspace: nothing is sent or received. */
  readonly trusted?: boolean;
  /** Stands for today, for tests and trainers. */
  readonly today?: string;
  /** The editor has the command that lists codes for a note. */
  readonly findsCodes?: boolean;
}

/** Settings of the section `superbill`, with what holds where nothing is set. */
export const DEFAULT_SETTINGS = {
  rules: {} as Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>,
  payerRules: {} as Record<string, Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>,
  today: '',
  /** May the editor offer the full code sets by itself? */
  offerCodeSets: true,
};
export type Settings = typeof DEFAULT_SETTINGS;
