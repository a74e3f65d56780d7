import { subjectOfPart } from '../earning/campaign-rules.ts';
import type { PromisedUse } from '../earning/cap-rules.ts';
import type { OwnerContext } from '../ledger/documents.ts';
import type { ActPromise } from './activity-rules.ts';

/** How an offer was counted: who its shopper was, and what limits had left of each part that is limited. */
export interface OfferTerms extends Pick<ActPromise, 'granted'> {
  readonly who: OwnerContext;
}

/** What was offered for an act, with how it was counted; offers of former releases do not say. */
export type Kept<T extends { readonly programVersion: number; readonly shownAt: string }> = T & {
  readonly terms?: OfferTerms;
};

/** Any offer, as it is kept. */
export type KeptOffer = Kept<{ programVersion: number; shownAt: string }>;

/** What an act of an offer is counted by. */
export const promisedBy = (
  offer: KeptOffer,
): { promise: ActPromise; who: OwnerContext | null } => ({
  promise: { at: Date.parse(offer.shownAt), granted: offer.terms?.granted ?? {} },
  who: offer.terms?.who ?? null,
});

/** An offer as it is told: how it was counted is nobody's to read. */
export const toldOffer = <T extends { readonly programVersion: number; readonly shownAt: string }>(
  offer: Kept<T>,
): T => {
  const { terms: _, ...told } = offer;
  // What is left of T with terms, without them, is T, which the compiler does not know of a type it is not told.
  return told as unknown as T;
};

/** The room that offers have taken and that is not used yet. */
export const usesOf = (offers: readonly KeptOffer[]): PromisedUse[] =>
  offers.flatMap(({ shownAt, terms }) =>
    Object.entries(terms?.granted ?? {}).flatMap(([part, points]) =>
      useOf(part, points, Date.parse(shownAt)),
    ),
  );

/** The room a part takes; none where nothing of it was left. */
export const useOf = (part: string, points: number, at: number): PromisedUse[] =>
  points > 0 ? [{ subject: subjectOfPart(part), at, points }] : [];
