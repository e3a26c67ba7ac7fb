import type { ProductId, ResultType, Severity } from "@/lib/catalog";
import type { ReportWindow } from "./window.ts";

/** A count against what it was; null where the console was not receiving yet. */
export type Compared = {
  count: number;
  /** In as many days before. */
  before: number | null;
  /** Mean of a day, over the 7 days before. */
  mean: number | null;
};

export type ResultFigure = Compared & {
  /** As it was received; empty for a result without one. */
  result: string;
  label: string;
  severity: Severity;
};

/** Something that was found: malware, or a classification rule that matched. */
export type Finding = {
  name: string;
  engines: string[];
  /** Results that name it. */
  count: number;
  lastSeen: Date;
  /** The bucket with the most of them; null where none was named. */
  bucket: string | null;
  /** How many other buckets had it. */
  otherBuckets: number;
};

export type ProblemFile = {
  id: number;
  at: Date;
  label: string;
  severity: Severity;
  bucket: string | null;
  accountId: string | null;
  /** Null in privacy mode, too. */
  key: string | null;
  uploadedBy: string | null;
  names: string[];
  actionTaken: string | null;
};

export type DayFigure = { day: string; hours: number; critical: number; problems: number; total: number };

/** Of an account or a bucket. */
export type PlaceFigure = { name: string; critical: number; problems: number };

/** The first so many, the worst first, and how many there are beyond. */
export type Listed<T> = { rows: T[]; more: number };

/** What one product reported. Problems are results of any severity but "none"; drills are never counted. */
export type ProductFigures = {
  product: ProductId;
  resultType: ResultType;
  total: Compared;
  problems: Compared;
  /** Infected, or matching. */
  critical: Compared;
  /** Every result that the catalog knows and every other that came, worst first. */
  results: ResultFigure[];
  findings: Listed<Finding>;
  week: DayFigure[];
  newest: Listed<ProblemFile>;
  /** Empty unless there were problems in several; the same for buckets. */
  accounts: Listed<PlaceFigure>;
  buckets: Listed<PlaceFigure>;
  /** Problems that are counted, but of which no more is known: their rows are no longer kept. */
  forgotten: number;
};

/** `lost`: its subscription vanished at AWS. `failing`: the latest attempt to receive failed. */
export type FeedFigure = "on" | "off" | "lost" | "failing";

/** How delivery stands for one topic when the report is made. */
export type TopicDelivery = {
  id: string;
  name: string;
  /** Whether the console itself receives what the topic carries. */
  feed: FeedFigure;
  /** Set when the console began to receive only after the report's window did. */
  receivingSince: Date | null;
  /** Messages that could not be taken in and wait in the dead-letter queue. */
  deadLetters: number;
  confirmed: number;
  pending: number;
  /** Pending for more than a day, or fallen back to pending. */
  overdue: number;
  lost: number;
  /** Whose filter can never match. */
  neverMatching: number;
  /** What nobody is told of, in words; empty when there is nothing of the kind. */
  blindSpots: string;
};

export type ForwardDelivery = { name: string; waiting: number; failed: number; reason: string | null };

export type ReportFigures = {
  window: ReportWindow;
  /** When the figures were read; delivery is as of then. */
  madeAt: Date;
  isPrivate: boolean;
  products: ProductFigures[];
  topics: TopicDelivery[];
  forwards: ForwardDelivery[];
};
