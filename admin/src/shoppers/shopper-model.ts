import { signal } from '@preact/signals';
import type { Transaction } from '@okaeri/shared/ledger';
import type { AdjustmentInput, MerchantShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { act } from '../lib/act.ts';
import { ask } from '../lib/ask.ts';
import { createPages } from '../lib/pages.ts';
import { createResource } from '../lib/resource.ts';

/** What is being asked of whoever helps this shopper. */
export type Asking = 'adjust' | 'merge' | 'erase' | null;

/** One shopper: who they are, what happened to their points, what can be done. */
export const createShopper = (shopperId: string) => {
  const param = { shopperId };
  const routes = (): ReturnType<typeof api>['shoppers'][':shopperId'] =>
    api().shoppers[':shopperId'];
  const known = createResource<MerchantShopper>(() => ask(routes().$get({ param })));
  const timeline = createPages<Transaction>((cursor) =>
    ask(routes().transactions.$get({ param, query: cursor })),
  );
  const asking = signal<Asking>(null);
  // One key for each adjustment somebody means to make: a second press gives nothing twice.
  let adjustmentKey = crypto.randomUUID();

  const load = async (): Promise<void> => {
    await Promise.all([known.load(), timeline.load()]);
  };

  const adjust = async (input: AdjustmentInput): Promise<void> => {
    const said = words().shopper.adjusted(input.points);
    const headers = { 'Idempotency-Key': adjustmentKey };
    const done = await act(
      () => ask(routes().adjustments.$post({ param, json: input }, { headers })),
      said,
    );
    if (done === undefined) return;
    adjustmentKey = crypto.randomUUID();
    asking.value = null;
    await load();
  };

  const setBlocked = async (blocked: boolean): Promise<void> => {
    const w = words().shopper;
    const said = blocked ? w.blocked : w.unblocked;
    const saved = await act(() => ask(routes().$put({ param, json: { blocked } })), said);
    if (saved !== undefined) known.set(saved);
  };

  const merge = async (from: string): Promise<void> => {
    const said = words().shopper.merged;
    const done = await act(() => ask(routes().merge.$post({ param, json: { from } })), said);
    if (done === undefined) return;
    asking.value = null;
    await load();
  };

  /** Gives whether they are erased. */
  const erase = async (): Promise<boolean> =>
    (await act(() => ask(routes().$delete({ param })), words().shopper.erased)) !== undefined;

  return { shopperId, known, timeline, asking, load, adjust, setBlocked, merge, erase };
};

export type ShopperModel = ReturnType<typeof createShopper>;
