import { computed, signal } from '@preact/signals';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import type { MerchantTransaction } from '@okaeri/shared/ledger';
import type { AdjustmentInput, MerchantShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { words } from '../i18n/messages.ts';
import { attemptTo } from '../lib/run-action.ts';
import { ask, AskError } from '../lib/request.ts';
import { createAttempt } from '../lib/attempt.ts';
import { createPages } from '../lib/paged-list.ts';
import { createResource } from '../lib/resource.ts';
import { tell } from '../lib/toasts.ts';

/** What is being asked of whoever helps this shopper. */
export type Asking = 'adjust' | 'merge' | 'erase' | null;

/** Whom a page is about: the merchant's own id, or, of a guest, the one this house gave them. */
export interface Whom {
  readonly kind: 'shoppers' | 'guests';
  readonly shopperId: string;
}

/** What is asked of a guest can be asked of everybody. */
type Records = ReturnType<typeof api>['guests'][':shopperId'];

/** What is asked about one shopper. */
const recordsOf = ({ kind, shopperId }: Whom) => {
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
  const timeline = createPages<MerchantTransaction>((cursor) =>
    ask(records().transactions.$get({ param, query: cursor })),
  );
  return { param, records, routes, known, affairs, view, timeline };
};

/** One shopper: who they are, what happened to their points, what can be done. */
export const createShopper = (whom: Whom) => {
  const { kind, shopperId } = whom;
  const { param, records, routes, known, affairs, view, timeline } = recordsOf(whom);
  const asking = signal<Asking>(null);
  const attempt = createAttempt();
  /** Whom the answer is about, where it is whom the page is about: nobody else is shown, or acted on. */
  const shown = computed(() => {
    const found = known.value.value;
    return found !== undefined && ownIdOf(kind, found) === shopperId ? found : undefined;
  });

  const load = async (): Promise<void> => {
    await Promise.all([known.load(), timeline.load(), affairs.load()]);
  };

  /** Does something about whom the page shows; gives what was wrong. */
  const actOn = async (work: () => Promise<unknown>, said: string): Promise<AskError | null> => {
    if (shown.peek() === undefined) return new AskError('unknownShopper', words().shopper.unknown);
    const outcome = await attemptTo(work);
    if ('fault' in outcome) return outcome.fault;
    tell('done', said);
    return null;
  };

  const change = async (work: () => Promise<unknown>, said: string): Promise<AskError | null> => {
    const fault = await actOn(work, said);
    if (fault === null) {
      asking.value = null;
      await load();
    }
    // There are fewer points than the page shows.
    if (fault?.code === 'adjustmentTooLarge') await known.load();
    return fault;
  };

  return {
    kind,
    shopperId,
    known,
    shown,
    affairs,
    view,
    timeline,
    asking,
    load,
    adjust: (input: AdjustmentInput): Promise<AskError | null> =>
      change(
        () =>
          attempt(input, (key) => {
            const headers = { 'Idempotency-Key': key };
            return ask(routes().adjustments.$post({ param, json: input }, { headers }));
          }),
        words().shopper.adjusted(input.points),
      ),
    async setBlocked(blocked: boolean): Promise<void> {
      const { blocked: isBlocked, unblocked } = words().shopper;
      const fault = await actOn(
        async () => known.set(await ask(routes().$put({ param, json: { blocked } }))),
        blocked ? isBlocked : unblocked,
      );
      if (fault !== null) tell('failed', faultText(fault));
    },
    merge: (from: string): Promise<AskError | null> =>
      change(() => ask(routes().merge.$post({ param, json: { from } })), words().shopper.merged),
    /** Null where they are erased. */
    erase: (): Promise<AskError | null> =>
      actOn(() => ask(records().$delete({ param })), words().shopper.erased),
  };
};

export type ShopperModel = ReturnType<typeof createShopper>;

function ownIdOf(kind: Whom['kind'], of: MerchantShopper): string | null {
  return kind === 'guests' ? of.guestId : of.id;
}
