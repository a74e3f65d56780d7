import type { Columns } from './columns.ts';
import { accessTables } from './tables/access-tables.ts';
import { contactTables } from './tables/contact-tables.ts';
import { integrationTables } from './tables/integration-tables.ts';
import { ledgerTables } from './tables/ledger-tables.ts';
import { personTables } from './tables/person-tables.ts';
import { questionTables } from './tables/question-tables.ts';
import { reviewTables } from './tables/review-tables.ts';
import { rewardTables } from './tables/reward-tables.ts';
import { shopTables } from './tables/shop-tables.ts';

/** Every table of the house, once. Keys lead with the shop so that shops can be spread over machines. */
export const defineTables = (c: Columns) => {
  const shops = shopTables(c);
  const people = personTables(c, shops);
  return {
    ...shops,
    ...accessTables(c, shops),
    ...people,
    ...ledgerTables(c, shops, people),
    ...rewardTables(c, people),
    ...reviewTables(c, people),
    ...questionTables(c, people),
    ...contactTables(c, people),
    ...integrationTables(c, shops),
  };
};

export type Tables = ReturnType<typeof defineTables>;
