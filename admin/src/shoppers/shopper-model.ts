import { computed, signal } from '@preact/signals';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import type { LedgerRow } from '@okaeri/shared/ledger';
import type { AdjustmentInput, GiftRequest, MerchantShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { tryAction } from '../lib/run-action.ts';
import { request, ApiError } from '../lib/request.ts';
import { createAttempt } from '../lib/attempt.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { createResource, type Resource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';

/** What is being asked of the person who helps this shopper. */
export type OpenDialog = 'adjust' | 'undo' | 'reward' | 'tier' | 'merge' | 'erase' | null;

/** Whom a page is about: the merchant's own id, or, of a guest, the one this house gave them. */
export interface ShopperRef {
  readonly kind: 'shoppers' | 'guests';
  readonly shopperId: string;
}

/** What is asked of a guest can be asked of everybody. */
type Records = ReturnType<typeof api>['guests'][':shopperId'];

type Act = (work: () => Promise<unknown>, said: string) => Promise<ApiError | null>;

/** One shopper: who they are, what happened to their points, what can be done. */
export const createShopper = (whom: ShopperRef) => {
  const { kind, shopperId } = whom;
  const { known, affairs, view, timeline } = recordsOf(whom);
  const asking = signal<OpenDialog>(null);
  const undoing = signal<LedgerRow | null>(null);
  /** Whom the answer is about, where it is whom the page is about: nobody else is shown, or acted on. */
  const shown = computed(() => {
    const found = known.value.value;
    return found !== undefined && ownIdOf(kind, found) === shopperId ? found : undefined;
  });

  const load = async (): Promise<void> => {
    await Promise.all([known.load(), timeline.load(), affairs.load()]);
  };

  /** Does something about whom the page shows; gives what was wrong. */
  const actOn: Act = async (work, said) => {
    if (shown.peek() === undefined)
      return new ApiError('unknownShopper', messages().shopper.unknown);
    const outcome = await tryAction(work);
    if ('fault' in outcome) return outcome.fault;
    showToast('done', said);
    return null;
  };

  const change: Act = async (work, said) => {
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
    undoing,
    /** Asks why an adjustment is to be undone. */
    askUndo(row: LedgerRow): void {
      undoing.value = row;
      asking.value = 'undo';
    },
    load,
    ...actsOn(whom, { known, actOn, change }),
  };
};

export type ShopperModel = ReturnType<typeof createShopper>;

/** What can be done about a shopper. */
function actsOn(
  whom: ShopperRef,
  by: {
    readonly known: Resource<MerchantShopper>;
    /** Does it; `change` reads everything anew after it. */
    readonly actOn: Act;
    readonly change: Act;
  },
) {
  const { param, records, routes } = routesOf(whom);
  const { known, actOn, change } = by;
  const attempt = createAttempt();
  return {
    adjust: (input: AdjustmentInput): Promise<ApiError | null> =>
      change(
        () =>
          attempt(input, (key) => {
            const headers = { 'Idempotency-Key': key };
            return request(routes().adjustments.$post({ param, json: input }, { headers }));
          }),
        messages().shopper.adjusted(input.points),
      ),
    /** Answers an adjustment with its opposite. */
    undo: (row: LedgerRow, reason: string): Promise<ApiError | null> =>
      change(() => {
        const adjustmentId = row.source?.id ?? '';
        const { undo } = routes().adjustments[':adjustmentId'];
        return request(undo.$post({ param: { ...param, adjustmentId }, json: { reason } }));
      }, messages().ledger.undone),
    giveReward: (input: GiftRequest): Promise<ApiError | null> =>
      change(
        () =>
          attempt(input, (key) => {
            const headers = { 'Idempotency-Key': key };
            return request(routes().gifts.$post({ param, json: input }, { headers }));
          }),
        messages().ledger.given,
      ),
    moveTier: (json: { tierId: string; reason: string }): Promise<ApiError | null> =>
      change(() => request(routes().tier.$put({ param, json })), messages().ledger.moved),
    async setBlocked(blocked: boolean): Promise<void> {
      const { blocked: isBlocked, unblocked } = messages().shopper;
      const fault = await actOn(
        async () => known.set(await request(routes().$put({ param, json: { blocked } }))),
        blocked ? isBlocked : unblocked,
      );
      if (fault !== null) showToast('failed', faultText(fault));
    },
    merge: (from: string): Promise<ApiError | null> =>
      change(
        () => request(routes().merge.$post({ param, json: { from } })),
        messages().shopper.merged,
      ),
    /** Null where they are erased. */
    erase: (): Promise<ApiError | null> =>
      actOn(() => request(records().$delete({ param })), messages().shopper.erased),
  };
}

/** What is asked about one shopper. */
function recordsOf(whom: ShopperRef) {
  const { param, records, routes } = routesOf(whom);
  const known = createResource<MerchantShopper>(() => request(records().$get({ param })));
  const affairs = createResource<ShopperAffairs>(() => request(records().affairs.$get({ param })));
  const view = createResource(async () => {
    const [{ token }, { publicKey, currency }] = await Promise.all([
      request(routes().view.$get({ param })),
      request(api().shop.$get()),
    ]);
    return { token, publicKey, currency };
  });
  const timeline = createPagedList<LedgerRow>((cursor) =>
    request(records().ledger.$get({ param, query: cursor })),
  );
  return { known, affairs, view, timeline };
}

/** Where it is asked and done. */
function routesOf({ kind, shopperId }: ShopperRef) {
  return {
    param: { shopperId },
    // Both have the same records below them; what one does about a shopper needs the merchant's id.
    records: (): Records => api()[kind][':shopperId'] as Records,
    routes: (): ReturnType<typeof api>['shoppers'][':shopperId'] => api().shoppers[':shopperId'],
  };
}

function ownIdOf(kind: ShopperRef['kind'], of: MerchantShopper): string | null {
  return kind === 'guests' ? of.guestId : of.id;
}
