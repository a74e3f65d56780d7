import {
  awardOf,
  NO_ENTRIES,
  post,
  withAward,
  type Award,
  type Book,
  type Counts,
} from './book-rules.ts';

/** What a source counts for tiers moves with it, in a row of its own so that it keeps its time. */
export const recountForTiers = (
  book: Book,
  awardId: string,
  to: { readonly counts: Counts; readonly effectiveAt: number },
): Book => {
  const award = awardOf(book, awardId);
  const counts = countsDelta(award, to.counts);
  if (counts === undefined) return book;
  const last = book.postings.at(-1);
  const counted = withAward(book, { ...award, counted: to.counts });
  const rides =
    last?.awardId === awardId && (last.kind === 'earn' || last.kind === 'clawback') && !last.counts;
  if (rides) {
    const { account } = book;
    return {
      ...counted,
      account: {
        ...account,
        spendMinor: account.spendMinor + counts.spendMinor,
        orderCount: account.orderCount + counts.orders,
      },
      postings: [...book.postings.slice(0, -1), { ...last, counts }],
    };
  }
  return post(counted, {
    kind: 'count',
    awardId,
    redemptionId: null,
    entries: NO_ENTRIES,
    lots: [],
    effectiveAt: to.effectiveAt,
    receipt: null,
    counts,
  });
};

function countsDelta(award: Award, to: Counts): Counts | undefined {
  const { counted } = award;
  const delta = {
    points: to.points - counted.points,
    spendMinor: to.spendMinor - counted.spendMinor,
    orders: to.orders - counted.orders,
  };
  return delta.points !== 0 || delta.spendMinor !== 0 || delta.orders !== 0 ? delta : undefined;
}
