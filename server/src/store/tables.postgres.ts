import { postgresColumns } from './columns.ts';
import { defineTables } from './tables.ts';

export const postgresTables = defineTables(postgresColumns);

// drizzle-kit reads the tables from a module's named exports.
export const {
  shops,
  keys,
  programVersions,
  programDrafts,
  shoppers,
  activities,
  referrals,
  adjustments,
  erasures,
  orders,
  awards,
  transactions,
  usages,
  redemptions,
  poolCodes,
  draws,
  badges,
  reviews,
  reviewStats,
  reviewVotes,
  reviewReports,
  reviewOffers,
  reviewPhotos,
  reviewImports,
  posts,
  postVotes,
  postReports,
  outbox,
  contacts,
  contactRefusals,
  addressCodes,
  idempotencyKeys,
} = postgresTables;
