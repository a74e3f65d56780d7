import { signal } from '@preact/signals';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { showToast } from '../lib/toasts.ts';
import type { TableState } from '../ui/table/table-state.ts';
import { askedOf } from './list-asked.ts';

/** Shoppers one request is about, and whom one page of them brings. */
const AT_ONCE = 100;
const PAGE_MAX = 200;

/** Something that was done with many, and what takes it back. */
interface Done {
  readonly text: string;
  readonly undo: () => Promise<string>;
}

/** Does something with all of them in parts, one after the other: what was done so far stays done. */
type InParts = <T>(
  all: readonly T[],
  size: number,
  work: (part: readonly T[]) => Promise<void>,
) => Promise<void>;

/** Doing something with many shoppers: how far it is, and the last of it, which can be taken back as one. */
export const createBulk = () => {
  const progress = signal<{ done: number; total: number } | null>(null);
  const last = signal<Done | null>(null);
  const inParts: InParts = async (all, size, work) => {
    progress.value = { done: 0, total: all.length };
    try {
      for (let from = 0; from < all.length; from += size) {
        await work(all.slice(from, from + size));
        progress.value = { done: Math.min(from + size, all.length), total: all.length };
      }
    } finally {
      progress.value = null;
    }
  };
  return {
    progress,
    last,
    /** Gives each of them points. */
    async give(
      shoppers: readonly ListedShopper[],
      order: { points: number; reason: string },
    ): Promise<void> {
      const { done, given } = await giveAll(inParts, shoppers, order);
      if (done !== null) last.value = done;
      sayLeftOut(shoppers.length - given);
    },
    /** Adds a tag to each of them who has not got it. */
    async tag(shoppers: readonly ListedShopper[], tag: string): Promise<void> {
      const done = await tagAll(inParts, shoppers, tag);
      if (done !== null) last.value = done;
      sayLeftOut(shoppers.filter(({ id }) => id === null).length);
    },
    /** Takes the last back as one. */
    async undo(): Promise<void> {
      const done = last.peek();
      if (done === null) return;
      const said = await runAction(done.undo);
      if (said === undefined) return;
      last.value = null;
      showToast('done', said);
    },
  };
};

export type Bulk = ReturnType<typeof createBulk>;

/** Everybody whom a list has, page by page. */
export const readAll = async (state: TableState): Promise<readonly ListedShopper[]> => {
  const all: ListedShopper[] = [];
  let cursor: string | null = null;
  do {
    const place: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: { items: readonly ListedShopper[]; nextCursor: string | null } = await request(
      api().shoppers.$get({ query: { ...askedOf(state), ...place, limit: String(PAGE_MAX) } }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
};

async function giveAll(
  inParts: InParts,
  shoppers: readonly ListedShopper[],
  order: { points: number; reason: string },
): Promise<{ done: Done | null; given: number }> {
  const batchIds: string[] = [];
  let given = 0;
  const members = shoppers.flatMap(({ id }) => (id === null ? [] : [id]));
  await runAction(() =>
    inParts(members, AT_ONCE, async (ids) => {
      const adjustments = ids.map((shopperId) => ({ shopperId, ...order }));
      const answer = await postBatch({ adjustments });
      if (answer.batchId !== null) batchIds.push(answer.batchId);
      given += answer.done;
    }),
  );
  if (given === 0) return { done: null, given };
  const w = messages().shoppers;
  const undo = async (): Promise<string> => {
    await inParts(batchIds, 1, async ([batchId = '']) => undoBatch(batchId));
    return w.undone;
  };
  const text = w.gave(w.pointsCount(order.points * given), w.people(given));
  return { done: { text, undo }, given };
}

async function tagAll(
  inParts: InParts,
  shoppers: readonly ListedShopper[],
  tag: string,
): Promise<Done | null> {
  const before = shoppers.flatMap(({ id, tags }) =>
    id === null || tags.includes(tag) ? [] : [{ id, tags }],
  );
  const done: typeof before = [];
  await runAction(() =>
    inParts(before, 1, async (part) => {
      for (const { id, tags } of part) await putTags(id, [...tags, tag]);
      done.push(...part);
    }),
  );
  if (done.length === 0) return null;
  const w = messages().shoppers;
  const undo = async (): Promise<string> => {
    await inParts(done, 1, async (part) => {
      for (const { id, tags } of part) await putTags(id, tags);
    });
    return w.untagged;
  };
  return { text: w.tagged(tag, w.people(done.length)), undo };
}

function sayLeftOut(count: number): void {
  if (count > 0) showToast('failed', messages().shoppers.leftOut(formatCount(count)));
}

async function postBatch(batch: {
  adjustments: readonly { shopperId: string; points: number; reason: string }[];
}) {
  return request(api().adjustments.$post({ json: { adjustments: [...batch.adjustments] } }));
}

async function undoBatch(batchId: string): Promise<void> {
  await request(api().adjustments[':batchId'].undo.$post({ param: { batchId } }));
}

async function putTags(shopperId: string, tags: readonly string[]): Promise<void> {
  const json = { tags: [...tags] };
  await request(api().shoppers[':shopperId'].$put({ param: { shopperId }, json }));
}
