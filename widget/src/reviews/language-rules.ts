interface Spoken {
  readonly id: string;
  readonly language: string | null;
}

/**
 * Reviews a reader of this language can read, and the others, each in the order they came in. What is of
 * no known language can be read; so can one's own review. Where nothing could be, all is shown.
 */
export const splitByLanguage = <T extends Spoken>(
  reviews: readonly T[],
  language: string,
  ownId: string | undefined,
): { readonly read: readonly T[]; readonly others: readonly T[] } => {
  const isRead = (review: T): boolean =>
    review.id === ownId || review.language === null || baseOf(review.language) === baseOf(language);
  const read = reviews.filter(isRead);
  return read.length === 0
    ? { read: reviews, others: [] }
    : { read, others: reviews.filter((review) => !isRead(review)) };
};

// Who reads a language reads it as it is written elsewhere too.
function baseOf(language: string): string | undefined {
  return language.toLowerCase().split('-')[0];
}
