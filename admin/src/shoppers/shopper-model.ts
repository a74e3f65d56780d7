import { signal } from '@preact/signals';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
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

/** Whom a page is about: the merchant's own id, or, of a guest, the one this house gave them. */
export interface Whom {
  readonly kind: 'shoppers' | 'guests';
  readonly shopperId: string;
}

/** What is asked of a guest can be asked of everybody. */
type Records = ReturnType<typeof api>['guests'][':shopperId'];

/** One shopper: who they are, what happened to their points, what can be done. */
export const createShopper = ({ kind, shopperId }: Whom) => {
  const param = { shopperId };
  // Both have the same records below them; what one does about a shopper needs the merchant's id.
  const records = (): Records => api()[kind][':shopperId'] as Records;
  const routes = (): ReturnType<typeof api>['shoppers'][':shopperId'] =>
    api().shoppers[':shopperId'];
  const known = createResource<MerchantShopper>(() => ask(records().$get({ param })));
  const affairs = createResource<ShopperAffairs>(() => ask(records().affairs.$get({ param })));
  const view = createResource(async () => {
    const [{ token }, { publicKey, currency }] = await Promise.all([
      ask(routes().view.$get({ param })),
      ask(api().shop.$get()),
    ]);
    return { token, publicKey, currency };
  });
  const timeline = createPages<Transaction>((cursor) =>
    ask(records().transactions.$get({ param, query: cursor })),
  );
  const asking = signal<Asking>(null);
  // One key for each adjustment somebody means to make: a second press gives nothing twice.
  let adjustmentKey = crypto.randomUUID();

  const load = async (): Promise<void> => {
    await Promise.all([known.load(), timeline.load(), affairs.load()]);
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
    (await act(() => ask(records().$delete({ param })), words().shopper.erased)) !== undefined;

  return {
    kind,
    shopperId,
    known,
    affairs,
    view,
    timeline,
    asking,
    load,
    adjust,
    setBlocked,
    merge,
    erase,
  };
};

export type ShopperModel = ReturnType<typeof createShopper>;
