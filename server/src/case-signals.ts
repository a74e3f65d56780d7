import type { CaseSourceKind, ScoredBy } from '@okaeri/shared/cases';
import type { ShopRow } from './access/tables.ts';
import type { Tx } from './platform/store/store.ts';

/** What was said with a score, as it stands now. */
export interface ScoredWords {
  readonly shopperId: string;
  readonly orderId: string | null;
  readonly by: ScoredBy;
  readonly score: number;
  /** The words beside the score. */
  readonly quote: string | null;
  /** Not before then: a form that is not finished counts an hour after it was saved last. */
  readonly readyAt: number;
}

/**
 * How an area that keeps scores says what stands of one when cases hear of it: null where it was taken back, or is none
 * that counts, such as one that was imported; `undecided` while a person has to look at it first.
 */
export type ReadScored = (
  tx: Tx,
  key: { readonly shopId: string; readonly id: string },
) => Promise<ScoredWords | 'undecided' | null>;

/** Who reads what, by where it was said. */
export type CaseSources = { readonly [Kind in CaseSourceKind]?: ReadScored };

/** Says, within the write that made it so, that a score was given, changed or taken back. */
export interface CaseSignal {
  readonly shop: Pick<ShopRow, 'id' | 'clockOffsetMs'>;
  readonly source: { readonly kind: CaseSourceKind; readonly id: string };
  readonly by: ScoredBy;
  /** Null where it was taken back. */
  readonly score: number | null;
  /** What makes this change another than the last about the same, such as a version. The same again is told once. */
  readonly change: string;
  /** When to look at it, in the shop's own time: a form that is not finished an hour after it was saved. */
  readonly dueAt: number;
}

/** Whether the score is low, so that a case comes of it or hears of it. */
export type SignalCase = (tx: Tx, signal: CaseSignal) => Promise<boolean>;
