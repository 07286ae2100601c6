/** What the page is given: the values of `eventdb.query.details`, empty ones left out. */

export interface Step {
  kind: string;
  claim: string;
  quote?: string;
  sentence?: number;
  remark?: string;
}

export interface Telling {
  title: string;
  quote?: string;
  sentence?: number;
  when?: string;
  document?: string;
}

/** What a person said of an event. */
export interface Said {
  what: string;
  who?: string;
  when?: string;
  why?: string;
}

/** Begin earliest and latest, end earliest and latest: half-open seconds since 1970, null where unbounded. */
export type Bounds = [number | null, number | null, number | null, number | null];

export interface TimelineEvent {
  id: number;
  when: string;
  title: string;
  status: string;
  basis: string;
  basisText?: string;
  who?: string[];
  where?: string;
  bounds: Bounds;
  /** The day to which a report most likely puts it. */
  likely?: [number | null, number | null];
  document: number;
  quote: string;
  /** A live page asks for it when the event is chosen. */
  evidence?: Evidence;
}

/** How the date of an event is known, and its place in the text. */
export interface Evidence {
  certainty?: string;
  edtf?: string;
  formula?: string;
  /** The number of the sentence that tells of it first. */
  sentence?: number;
  /** Which of its document's passages tells of it; or the passage itself. */
  passage: number | string;
  /** Begin and end of the sentence and of the event's word, in characters of the passage. */
  marks: [number, number, number, number];
  steps?: Step[];
  alternatives?: [string, string][];
  tellings?: Telling[];
  related?: [number, string][];
  conflicts?: string[];
  tags?: string[];
  said?: Said[];
}

export interface SourceDocument {
  id: number;
  title: string;
  created?: string;
  creationBasis?: string;
  source?: string;
  passages: string[];
}

export interface PageData {
  title: string;
  version: string;
  /** How many events the database holds, of which these were selected. */
  total: number;
  /** Whether the page is served, and hears of changes. */
  live?: boolean;
  /** Whether corrections may be sent. */
  editable?: boolean;
  documents: SourceDocument[];
  events: TimelineEvent[];
}
