import { and, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  given,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

type Shop = { shopId: string };

export const selectDeclaration = rows<Shop>()('selectDeclaration', (db, t) =>
  db.select().from(t.newsletterDeclarations).where(inShop(t.newsletterDeclarations)),
);

export const insertDeclaration = change<Tables['newsletterDeclarations']['$inferInsert']>()(
  'insertDeclaration',
  (db, t) => db.insert(t.newsletterDeclarations).values(everyColumn(t.newsletterDeclarations)),
);

export const setDeclaredUntil = change<Shop & { after: string | null }>()(
  'setDeclaredUntil',
  (db, t) =>
    db
      .update(t.newsletterDeclarations)
      .set(given(t.newsletterDeclarations, 'after'))
      .where(inShop(t.newsletterDeclarations)),
);

/** Who has subscribed, from a person on. */
export const selectSubscribers = rows<Shop & { after: string; limit: number }>()(
  'selectSubscribers',
  (db, t) =>
    db
      .select({ id: t.shoppers.id })
      .from(t.shoppers)
      .where(
        and(
          inShop(t.shoppers),
          sql`${t.shoppers.newsletter}`,
          isNotNull(t.shoppers.email),
          isNull(t.shoppers.erasedAt),
          isNull(t.shoppers.mergedInto),
          gt(t.shoppers.id, textArg('after')),
        ),
      )
      .orderBy(t.shoppers.id)
      .limit(arg('limit')),
);
