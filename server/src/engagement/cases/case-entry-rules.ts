import type { CaseEntry, CaseEntryKind, CaseReason, CaseState } from '@okaeri/shared/cases';
import { cutWords } from '@okaeri/shared/words';

/* What is written down of a case. */

const TITLE_MAX = 120;

export type By = CaseEntry['by'];
export const BY_RULE: By = { kind: 'rule', name: null };

/** Something that happened, before it is a row. */
export interface NewEntry {
  readonly by: By;
  readonly kind: CaseEntryKind;
  readonly note: string | null;
  readonly data: CaseEntry['data'];
  readonly source?: string;
}

/** The first words, as a case is called in lists. */
export const titleOf = (words: string | null): string | null =>
  words === null ? null : cutWords(words.replaceAll(/\s+/g, ' ').trim(), TITLE_MAX) || null;

/** An entry about where the case stands. */
export const stateEntry = (state: CaseState, by: By): NewEntry => ({
  by,
  kind: 'state',
  note: null,
  data: { state },
});

/** An entry about a low score. */
export const signalEntry = (of: {
  reason: CaseReason;
  score: number;
  quote: string | null;
  source: string;
  isHarm: boolean;
}): NewEntry => ({
  by: { kind: 'shopper', name: null },
  kind: 'signal',
  note: of.quote,
  data: { reason: of.reason, score: of.score, ...(of.isHarm && { harm: true }) },
  source: of.source,
});

/** An entry about who looks after it. */
export const ownerEntry = (ownerId: string, by: By): NewEntry => ({
  by,
  kind: 'owner',
  note: null,
  data: { ownerId },
});
