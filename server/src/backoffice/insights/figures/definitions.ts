import type { FigureName } from './figure-order.ts';

const BUYERS =
  'A purchase day is a local day with at least one kept order (paid, not cancelled, not refunded in full) for more than nothing, without tax and shipping; orders of one day are one purchase. Left out are insiders, erased people and orders of nobody';

/** What each figure is, and who is left out (E71). */
export const DEFINITIONS: Readonly<Record<FigureName, string>> = {
  cohorts: `Of the people whose first purchase day ever lies in a month, the share with a purchase day in a later month (in the same month: on another day), and the share that had bought again by its end. Churn: of those whose last purchase was not too long ago when a month began, the share for whom that time ran out within it. ${BUYERS}.`,
  gaps: `Days from one purchase day to the next, by Kaplan and Meier: whoever has not come back counts as not yet back. The median is the first day on which the curve is at one half or below. ${BUYERS}.`,
  rfm: `Buyers in eight groups by how lately, how often and for how much they bought, each scored 1 to 5 against all others. ${BUYERS}.`,
  forecast: `Purchase days in the weeks to come, by BG/NBD and Gamma-Gamma fitted to the shop's own purchase days. The interval is of the parameters alone: what is really bought scatters more. ${BUYERS}.`,
  liability: `Points in hand that will still be redeemed, by the development of earlier months of issue (chain ladder); the interval draws the people anew 200 times. Points taken back were not issued, codes that are not used are not redeemed, the month that runs counts as it stands. People are those who ever were issued points.`,
};
