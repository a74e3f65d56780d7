import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { arg, inShop, rows, textArg, type Db } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { ResponseRow } from './response-tables.ts';

interface Asked extends Record<string, unknown> {
  shopId: string;
  surveyId: string;
  /** Empty for any. */
  themeId: string;
  beforeAt: number;
  beforeId: string;
  limit: number;
}

/** A response, when it was counted, and who gave it. */
export interface ResponseFound {
  readonly at: number;
  readonly response: ResponseRow;
  readonly externalId: string | null;
  readonly name: string | null;
}

/** Responses of a survey that were not withdrawn, the newest first. */
export const selectResponses = rows<Asked>()('selectTalliedResponses', (db, t) =>
  responses(db, t, undefined),
);

/** The same of one wave or month. */
export const selectResponsesOfWave = rows<Asked & { period: string }>()(
  'selectTalliedResponsesOfWave',
  (db, t) => responses(db, t, eq(t.surveyTallies.period, textArg('period'))),
);

function responses(db: Db, t: Tables, narrower: SQL | undefined) {
  const { surveyTallies: tallies, surveyResponses: responseTable, shoppers } = t;
  return db
    .select({
      at: tallies.at,
      response: responseTable,
      externalId: shoppers.externalId,
      name: shoppers.name,
    })
    .from(tallies)
    .innerJoin(
      responseTable,
      and(eq(responseTable.shopId, tallies.shopId), eq(responseTable.id, tallies.responseId)),
    )
    .leftJoin(
      shoppers,
      and(eq(shoppers.shopId, responseTable.shopId), eq(shoppers.id, responseTable.shopperId)),
    )
    .where(
      and(
        inShop(tallies),
        eq(tallies.surveyId, textArg('surveyId')),
        narrower,
        sql`${responseTable.state} <> 'withdrawn'`,
        sql`(${tallies.at}, ${tallies.responseId}) < (${arg('beforeAt')}, ${textArg('beforeId')})`,
        sql`(${textArg('themeId')} = '' or exists (select 1 from ${t.responseThemes} where ${and(
          eq(t.responseThemes.shopId, tallies.shopId),
          eq(t.responseThemes.responseId, tallies.responseId),
          eq(t.responseThemes.themeId, textArg('themeId')),
        )}))`,
      ),
    )
    .orderBy(desc(tallies.at), desc(tallies.responseId))
    .limit(arg('limit'));
}
