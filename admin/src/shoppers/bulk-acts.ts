import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { showToast } from '../lib/toasts.ts';
import type { TableState } from '../ui/table/table-state.ts';
import type { Bulk, Done } from './bulk-model.ts';
import { askedOf } from './list-asked.ts';

/** Shoppers one request is about, and whom one page of them brings. */
const AT_ONCE = 100;
const PAGE_MAX = 200;

/** Gives each of them points. */
export const giveTo = async (
  bulk: Bulk,
  shoppers: readonly ListedShopper[],
  order: { points: number; reason: string },
): Promise<void> => {
  const { done, given } = await giveAll(bulk, shoppers, order);
  if (done !== null) bulk.last.value = done;
  sayLeftOut(shoppers.length - given);
};

/** Adds a tag to each of them who has not got it. */
export const tagWith = async (
  bulk: Bulk,
  shoppers: readonly ListedShopper[],
  tag: string,
): Promise<void> => {
  const done = await tagAll(bulk, shoppers, tag);
  if (done !== null) bulk.last.value = done;
  sayLeftOut(shoppers.filter(({ id }) => id === null).length);
};

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
  bulk: Bulk,
  shoppers: readonly ListedShopper[],
  order: { points: number; reason: string },
): Promise<{ done: Done | null; given: number }> {
  const batchIds: string[] = [];
  let given = 0;
  const members = shoppers.flatMap(({ id }) => (id === null ? [] : [id]));
  await runAction(() =>
    bulk.inParts(members, AT_ONCE, async (ids) => {
      const adjustments = ids.map((shopperId) => ({ shopperId, ...order }));
      const answer = await postBatch({ adjustments });
      if (answer.batchId !== null) batchIds.push(answer.batchId);
      given += answer.done;
    }),
  );
  if (given === 0) return { done: null, given };
  const w = messages().shoppers;
  const undo = async (): Promise<string> => {
    await bulk.inParts(batchIds, 1, async ([batchId = '']) => undoBatch(batchId));
    return w.undone;
  };
  const text = w.gave(w.pointsCount(order.points * given), w.people(given));
  return { done: { text, undo }, given };
}

async function tagAll(
  bulk: Bulk,
  shoppers: readonly ListedShopper[],
  tag: string,
): Promise<Done | null> {
  const before = shoppers.flatMap(({ id, tags }) =>
    id === null || tags.includes(tag) ? [] : [{ id, tags }],
  );
  const done: typeof before = [];
  await runAction(() =>
    bulk.inParts(before, 1, async (part) => {
      for (const { id, tags } of part) await putTags(id, [...tags, tag]);
      done.push(...part);
    }),
  );
  if (done.length === 0) return null;
  const w = messages().shoppers;
  const undo = async (): Promise<string> => {
    await bulk.inParts(done, 1, async (part) => {
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
