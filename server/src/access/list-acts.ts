import type { Act, ActList, ActsQuery } from '@okaeri/shared/team';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import type { ListCursor } from '../platform/lib/list-cursor.ts';
import { countWalked, walkList, type ListWalk } from '../platform/lib/walk-list.ts';
import { first } from '../platform/store/store.ts';
import {
  countActsThrough,
  selectActsThrough,
  type ActRow,
  type ActsThrough,
} from './log-queries.ts';

/** What of the log is asked for. */
export type ActsAsked = Omit<ActsQuery, 'counted' | 'cursor'> & {
  readonly counted: boolean;
  /** Undefined for the beginning. */
  readonly after: ListCursor | undefined;
};

/** Before every line, and behind each. */
const ENDS = {
  asc: { at: -1, id: '' },
  desc: { at: Number.MAX_SAFE_INTEGER, id: '\uFFFF' },
} as const satisfies Record<string, ListCursor>;

/** The log, in the order of time, narrowed or not: each page is a stretch of an index. */
export const listActs = (deps: Deps, shopId: string, asked: ActsAsked): Promise<ActList> =>
  deps.store.read(async (tx): Promise<ActList> => {
    const { actor = '', subject = '', order } = asked;
    const through = throughOf(asked);
    const from = asked.from === undefined ? 0 : Date.parse(asked.from);
    const until = asked.until === undefined ? ENDS.desc.at : Date.parse(asked.until);
    const span = { shopId, actor, subject, from, until };
    const statement = selectActsThrough(through, order);
    const walk: ListWalk<ActRow, ListCursor> = {
      select: (after, limit) => tx.run(statement, { ...span, ...after, limit }),
      placeOf: ({ act: { at, id } }) => ({ at, id }),
      passes: passesOf(through, asked),
    };
    const page = { after: asked.after ?? ENDS[order], limit: asked.limit };
    const { rows, next } = await walkList(walk, page);
    const count = async (limit: number): Promise<number> =>
      (await first(tx, countActsThrough[through], { ...span, limit }))?.total ?? 0;
    return {
      items: rows.map(viewOf),
      nextCursor: next === null ? null : `${next.at}_${next.id}`,
      total: asked.counted ? await countWalked(walk, { first: ENDS[order], count }) : null,
    };
  });

/** The index that leaves least to be passed over. */
function throughOf({ actor, subject }: ActsAsked): ActsThrough {
  if (subject !== undefined) return 'subject';
  return actor === undefined ? 'all' : 'actor';
}

function passesOf(through: ActsThrough, asked: ActsAsked): ((row: ActRow) => boolean) | null {
  const { actor, outcome, operation } = asked;
  const filters: ((row: ActRow) => boolean)[] = [];
  if (actor !== undefined && through !== 'actor') filters.push(({ act }) => act.actor === actor);
  if (outcome !== undefined) filters.push(({ act }) => outcomeOf(act.status) === outcome);
  if (operation !== undefined) filters.push(({ act }) => act.operation === operation);
  return filters.length === 0 ? null : (row) => filters.every((each) => each(row));
}

function viewOf({ act: row, adjustment }: ActRow): Act {
  return {
    id: row.id,
    at: isoOf(row.at),
    actor: row.actor,
    byKey: row.userId === null,
    operation: row.operation,
    subject: row.subject,
    outcome: outcomeOf(row.status),
    adjustment,
    reason: row.reason,
  };
}

function outcomeOf(status: number | null): Act['outcome'] {
  return status === null ? 'cut' : status < 400 ? 'done' : 'refused';
}
