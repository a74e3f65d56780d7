import type { FigureName } from './figure-order.ts';

const BUYERS =
  'A purchase day is a local day with at least one kept order (paid, not cancelled, not refunded in full) for more than nothing, without tax and shipping; orders of one day are one purchase. Left out are insiders and orders of nobody';

/** What each figure is, and who is left out (E71). */
export const DEFINITIONS: Readonly<Record<FigureName, string>> = {
  cohorts: `Of the people whose first purchase day ever lies in a month, the share with a purchase day in a later month (in the same month: on another day), and the share that had bought again by its end. Churn: of those whose last purchase was not too long ago when a month began, the share for whom that time ran out within it. ${BUYERS}.`,
  gaps: `Days from one purchase day to the next, by Kaplan and Meier: whoever has not come back counts as not yet back. The median is the first day on which the curve is at one half or below. ${BUYERS}.`,
  rfm: `Buyers in eight groups by how lately, how often and for how much they bought, each scored 1 to 5 against all others. ${BUYERS}.`,
  forecast: `Purchase days in the weeks to come, by BG/NBD and Gamma-Gamma fitted to the shop's own purchase days. The interval is of the parameters alone: what is really bought scatters more. ${BUYERS}.`,
  liability: `Points in hand that will still be redeemed, by the development of earlier months of issue (chain ladder); the interval draws the people anew 200 times. Points taken back were not issued, codes that are not used are not redeemed, the month that runs counts as it stands. People are those who ever were issued points.`,
  effects: `The share of people with a purchase day within 60 days of their first marketing message, and what they spent in them: those who got it against those who were held by lot, whatever they read. Nothing is told before the last 60 days have passed. Left out are insiders and people with messages of both arms.`,
  return: `What treated people spent more than held ones in the 60 days after their first marketing message of the quarter, times the treated, times the margin, less the costs of the quarter. Without a holdout it is not measured.`,
  map: `Messages of a quarter by the stage their people stood in when the day began: whom they reached, and the share of them with a purchase day within 60 days. An effect stands only where people were held by lot, once the last 60 days have passed. Days in a stage by Kaplan and Meier: whoever is still there counts as not yet gone. Left out are insiders, messages of service and, of effects, people with messages of both arms.`,
  acquisition: `Ad spend of a month for each buyer whose first purchase day lies in it, and revenue of that month for each unit of ad spend. Nobody knows which of it the ads caused. ${BUYERS}.`,
  'retention-value': `What the new buyers of the last 52 weeks would buy more in 52 weeks if the share that buys again within them were five points higher, by the shop's own BG/NBD fit. The interval is of the parameters alone. ${BUYERS}.`,
  'words-and-deeds': `Of the people who left a review, the share that bought again within the usual time between purchases, by what they said first. A comparison, and no effect: people who are content buy more for other reasons too. Whose time still runs is left out. ${BUYERS}.`,
};
