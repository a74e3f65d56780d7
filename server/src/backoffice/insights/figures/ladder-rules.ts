/** Months since the issue that are told apart; the last holds everything later. */
export const LADDER_COLUMNS = 24;

/** Points issued in one month, and what was redeemed of them by the end of each month since. */
export interface IssueMonth {
  readonly month: number;
  readonly issued: number;
  /** Redeemed so far, in sums; as many as months have begun since, 24 at most. */
  readonly redeemed: readonly number[];
  /** What can still be redeemed: neither redeemed nor expired. */
  readonly left: number;
}

/** What the points of one month will come to. */
export interface Developed {
  /** Redeemed in the end, as the other months went. */
  readonly ultimate: number;
  /** Still to be redeemed: no more than is left. */
  readonly expected: number;
}

/**
 * By what factor sums grow from one column to the next: over all months that have both (chain ladder; Mack, ASTIN
 * Bulletin 23, 1993). Where there is nothing to divide by they do not grow.
 */
export const factorsOf = (rows: readonly IssueMonth[]): number[] =>
  Array.from({ length: LADDER_COLUMNS - 1 }, (_, column) => {
    const both = rows.filter(({ redeemed }) => redeemed.length > column + 1);
    const [from, to] = [column, column + 1].map((at) =>
      both.reduce((sum, { redeemed }) => sum + (redeemed[at] ?? 0), 0),
    );
    return from === undefined || from <= 0 ? 1 : (to ?? 0) / from;
  });

/** What each month's points will come to by the development of all months (E79). */
export const developed = (rows: readonly IssueMonth[]): Developed[] => {
  const factors = factorsOf(rows);
  return rows.map(({ redeemed, left }) => {
    const now = redeemed.at(-1) ?? 0;
    const ultimate = factors
      .slice(Math.max(0, redeemed.length - 1))
      .reduce((sum, factor) => sum * factor, now);
    return { ultimate, expected: Math.max(0, Math.min(ultimate - now, left)) };
  });
};

/** How sales are divided where points are a promise of their own (IFRS 15, example 52). */
export interface AccountingLines {
  readonly products: number;
  readonly points: number;
  readonly recognised: number;
  readonly left: number;
}

/**
 * Divides sales between products and points by what each would sell for alone, and says how much of the points' part
 * has become revenue: as much of it as was redeemed of what will be.
 */
export const accountingOf = (of: {
  readonly sales: number;
  /** What a point is worth. */
  readonly pointValue: number;
  /** Points that will be redeemed in the end, as expected when they were issued. */
  readonly promised: number;
  /** The same as expected now. */
  readonly ultimate: number;
  readonly redeemed: number;
}): AccountingLines => {
  const { sales, pointValue, promised, ultimate, redeemed } = of;
  const worth = promised * pointValue;
  const all = sales + worth;
  const points = all > 0 ? (sales * worth) / all : 0;
  const recognised = ultimate > 0 ? points * Math.min(1, redeemed / ultimate) : 0;
  return { products: sales - points, points, recognised, left: points - recognised };
};
