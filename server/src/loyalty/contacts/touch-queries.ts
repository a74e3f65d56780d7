import { and, desc, eq, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { ContactKind } from '@okaeri/shared/contacts';
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
import type { TouchRow } from './tables.ts';

type Person = { shopId: string; shopperId: string };
type Key = { shopId: string; key: string };

const ofPerson = ({ touches }: Pick<Tables, 'touches'>) =>
  and(inShop(touches), eq(touches.shopperId, textArg('shopperId')));
const ofKey = ({ touches }: Pick<Tables, 'touches'>) =>
  and(inShop(touches), eq(touches.key, textArg('key')));
const isPlanned = sql`decision is null`;

/** What was planned before is planned (E1). */
export const insertTouch = change<TouchRow>()('insertTouch', (db, t) =>
  db.insert(t.touches).values(everyColumn(t.touches)).onConflictDoNothing(),
);

export const selectTouch = rows<Key>()('selectTouch', (db, t) =>
  db.select().from(t.touches).where(ofKey(t)),
);

/** What takes room in somebody's budget, the latest first. */
export const selectCounted = rows<Person & { limit: number }>()('selectCountedTouches', (db, t) =>
  db
    .select()
    .from(t.touches)
    .where(and(ofPerson(t), sql`decision in ('sent', 'shown') and class <> 'service'`))
    .orderBy(desc(t.touches.decidedAt))
    .limit(arg('limit')),
);

/** What somebody put away of one subject, however long ago. */
export const selectDismissed = rows<
  Person & Pick<TouchRow, 'kind' | 'channel' | 'subject'> & { limit: number }
>()('selectDismissedTouches', (db, t) =>
  db
    .select()
    .from(t.touches)
    .where(
      and(
        ofPerson(t),
        sql`decision in ('sent', 'shown') and class <> 'service'`,
        eq(t.touches.kind, sql`${textArg('kind')}`),
        eq(t.touches.channel, sql`${textArg('channel')}`),
        eq(t.touches.subject, textArg('subject')),
        isNotNull(t.touches.dismissedAt),
      ),
    )
    .limit(arg('limit')),
);

/** What else is planned for somebody by e-mail, and may reserve room. */
export const selectPlanned = rows<Person & { limit: number }>()('selectPlannedTouches', (db, t) =>
  db
    .select()
    .from(t.touches)
    .where(and(ofPerson(t), isPlanned, eq(t.touches.channel, sql`'email'`)))
    .limit(arg('limit')),
);

/** A touch is decided once. */
export const decideTouchRow = change<
  Key & Pick<TouchRow, 'decision' | 'reason' | 'decidedAt' | 'consentId' | 'addressDigest'>
>()('decideTouchRow', (db, t) =>
  db
    .update(t.touches)
    .set({
      ...given(t.touches, 'decision', 'reason', 'decidedAt', 'consentId', 'addressDigest'),
      waitReason: null,
    })
    .where(and(ofKey(t), isPlanned)),
);

export const putOffTouch = change<Key & Pick<TouchRow, 'askAt' | 'waitReason'>>()(
  'putOffTouch',
  (db, t) =>
    db
      .update(t.touches)
      .set(given(t.touches, 'askAt', 'waitReason'))
      .where(and(ofKey(t), isPlanned)),
);

export const noteFailedTouch = change<Key & { failedAt: number }>()('noteFailedTouch', (db, t) =>
  db
    .update(t.touches)
    .set(given(t.touches, 'failedAt'))
    .where(and(ofKey(t), isNull(t.touches.failedAt))),
);

export const selectTouchById = rows<{ shopId: string; id: string }>()('selectTouchById', (db, t) =>
  db
    .select()
    .from(t.touches)
    .where(and(inShop(t.touches), eq(t.touches.id, textArg('id')))),
);

export const noteBouncedTouch = change<Key & { bouncedAt: number }>()('noteBouncedTouch', (db, t) =>
  db
    .update(t.touches)
    .set(given(t.touches, 'bouncedAt'))
    .where(and(ofKey(t), isNull(t.touches.bouncedAt))),
);

export const noteComplainedTouch = change<Key & { complainedAt: number }>()(
  'noteComplainedTouch',
  (db, t) =>
    db
      .update(t.touches)
      .set(given(t.touches, 'complainedAt'))
      .where(and(ofKey(t), isNull(t.touches.complainedAt))),
);

export const noteUnsubscribedTouch = change<Key & { unsubscribedAt: number }>()(
  'noteUnsubscribedTouch',
  (db, t) =>
    db
      .update(t.touches)
      .set(given(t.touches, 'unsubscribedAt'))
      .where(and(ofKey(t), isNull(t.touches.unsubscribedAt))),
);

/** A shopper wants to see no more of what stands in a page; the first time counts. */
export const dismissTouches = change<
  Person & { kind: ContactKind; subject: string; dismissedAt: number }
>()('dismissTouches', (db, t) =>
  db
    .update(t.touches)
    .set(given(t.touches, 'dismissedAt'))
    .where(
      and(
        ofPerson(t),
        eq(t.touches.kind, sql`${arg('kind')}`),
        eq(t.touches.channel, sql`'page'`),
        eq(t.touches.subject, textArg('subject')),
        isNull(t.touches.dismissedAt),
      ),
    ),
);

/** A shopper wants to see no more of one touch; the first time counts. */
export const dismissTouch = change<Key & { dismissedAt: number }>()('dismissTouch', (db, t) =>
  db
    .update(t.touches)
    .set(given(t.touches, 'dismissedAt'))
    .where(and(ofKey(t), isNull(t.touches.dismissedAt))),
);

export const noteClickedTouch = change<Key & { clickedAt: number }>()('noteClickedTouch', (db, t) =>
  db
    .update(t.touches)
    .set(given(t.touches, 'clickedAt'))
    .where(and(ofKey(t), isNull(t.touches.clickedAt))),
);

type Place = { beforeAt: number; beforeId: string; limit: number };
const isBefore = ({ touches }: Pick<Tables, 'touches'>) =>
  or(
    lt(touches.plannedAt, arg('beforeAt')),
    and(eq(touches.plannedAt, sql`${arg('beforeAt')}`), lt(touches.id, arg('beforeId'))),
  );

/** All touches of one person, the newest first. */
export const selectTouchesOf = rows<Person & Place>()('selectTouchesOf', (db, t) =>
  db
    .select()
    .from(t.touches)
    .where(and(ofPerson(t), isBefore(t)))
    .orderBy(desc(t.touches.plannedAt), desc(t.touches.id))
    .limit(arg('limit')),
);

export const moveTouchesOf = change<{ shopId: string; from: string; to: string }>()(
  'moveTouchesOf',
  (db, t) =>
    db
      .update(t.touches)
      .set({ shopperId: sql`${arg('to')}` })
      .where(and(inShop(t.touches), eq(t.touches.shopperId, textArg('from')))),
);

/** What was decided long ago; what somebody did not want to see or get is never forgotten. */
export const deleteOldTouches = change<{ before: number }>()('deleteOldTouches', (db, t) =>
  db
    .delete(t.touches)
    .where(
      and(
        lt(t.touches.decidedAt, arg('before')),
        isNull(t.touches.dismissedAt),
        isNull(t.touches.unsubscribedAt),
      ),
    ),
);

export const deleteTouchesOf = change<Person>()('deleteTouchesOf', (db, t) =>
  db.delete(t.touches).where(ofPerson(t)),
);

type Narrowed = Shop & {
  /** Every kind, and every decision, where empty; `planned` for none yet. */
  kind: string;
  decision: string;
  since: number;
};
type Shop = { shopId: string };

/** Touches of a whole shop, the newest first, with whose they are. */
export const selectTouchesOfShop = rows<Narrowed & Place>()('selectTouchesOfShop', (db, t) =>
  db
    .select({
      touch: t.touches,
      externalId: t.shoppers.externalId,
      name: t.shoppers.name,
    })
    .from(t.touches)
    .innerJoin(
      t.shoppers,
      and(eq(t.shoppers.shopId, t.touches.shopId), eq(t.shoppers.id, t.touches.shopperId)),
    )
    .where(
      and(
        inShop(t.touches),
        isBefore(t),
        gte(t.touches.plannedAt, arg('since')),
        or(eq(textArg('kind'), sql`''`), eq(t.touches.kind, sql`${textArg('kind')}`)),
        or(
          eq(textArg('decision'), sql`''`),
          eq(sql`coalesce(${t.touches.decision}, 'planned')`, textArg('decision')),
        ),
      ),
    )
    .orderBy(desc(t.touches.plannedAt), desc(t.touches.id))
    .limit(arg('limit')),
);
