import { signal, type ReadonlySignal, type Signal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { Reward } from '@okaeri/shared/rewards';
import type { AppModel } from '../app/model.ts';
import { createApply } from './apply-code.ts';

/** What is going on with one reward or one code. */
export type Act =
  | { readonly kind: 'idle' }
  /** The shopper was asked whether they mean it. */
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'busy'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly offline: boolean };

/** The acts of the rewards panel and the wallet. */
export interface RewardsModel {
  readonly act: Signal<Act>;
  /** The code taken last, shown large until it is undone or another is taken. */
  readonly fresh: Signal<Redemption | null>;
  /** The code that was put into the cart last, by its redemption. */
  readonly applied: ReadonlySignal<string | null>;
  /** The code that the page could not put into the cart, by its redemption. */
  readonly unapplied: ReadonlySignal<string | null>;
  /** That points of a code given back have returned, in words, until something else is done. */
  readonly undone: ReadonlySignal<string | null>;
  /** Asks whether the shopper means it: a reward to take, or a code to give back. */
  ask(id: string): void;
  cancel(): void;
  /** Takes a reward; `points` where its cost is the shopper's to choose. */
  redeem(rewardId: string, points?: number): Promise<void>;
  /** Puts a code in hand into the cart of the shop's page. */
  apply(redemption: Pick<Redemption, 'id' | 'rewardId' | 'voucher'>): Promise<void>;
  /** Takes a reward and puts its code into the cart, in one step: giving it back costs nothing. */
  redeemAndApply(rewardId: string, points?: number): Promise<void>;
  release(redemptionId: string): Promise<void>;
}

/** Rewards whose code pays at the checkout. */
const IN_CART: ReadonlySet<Reward['kind']> = new Set([
  'fixedDiscount',
  'variableDiscount',
  'percentage',
  'freeShipping',
  'freeProduct',
  'productDiscount',
  'collectionDiscount',
  'giftCard',
]);

/** Whether a reward goes straight into the cart: it is of such a kind, and the page listens. */
export const goesToCart = (
  app: Pick<AppModel, 'hasListener'>,
  { kind }: Pick<Reward, 'kind'>,
): boolean => IN_CART.has(kind) && app.hasListener('apply');

/** What is going on with this one. */
export const actOf = (rewards: RewardsModel, id: string): Act => {
  const act = rewards.act.value;
  return act.kind !== 'idle' && act.id === id ? act : { kind: 'idle' };
};

const redeem = async (app: AppModel, rewardId: string, points?: number): Promise<Redemption> => {
  const redemption = await (await app.client()).redeem(rewardId, points);
  app.emit('redeem', { rewardId, code: redemption.voucher?.code ?? '' });
  return redemption;
};

/** Gives a code back. The answer says how many points have returned, in words. */
const giveBack = async (app: AppModel, redemptionId: string): Promise<string> => {
  const held = app.state.value.me?.vouchers.find(({ id }) => id === redemptionId);
  const { points } = await (await app.client()).release(redemptionId);
  if (held?.voucher) app.emit('release', { rewardId: held.rewardId, code: held.voucher.code });
  return app.words.say('undone', { points: app.words.points(points - (held?.latePoints ?? 0)) });
};

const createRewardsModel = (app: AppModel): RewardsModel => {
  const act = signal<Act>({ kind: 'idle' });
  const fresh = signal<Redemption | null>(null);
  const undone = signal<string | null>(null);
  const { applied, unapplied, apply } = createApply(app);

  const attempt = async (id: string, work: () => Promise<void>): Promise<void> => {
    if (act.value.kind === 'busy') return;
    act.value = { kind: 'busy', id };
    undone.value = null;
    unapplied.value = null;
    try {
      await work();
      act.value = { kind: 'idle' };
    } catch (error) {
      const offline = error instanceof OkaeriError && error.code === 'offline';
      act.value = { kind: 'failed', id, offline };
    }
    // Whatever happened, what is shown is what the server has.
    await app.session.refresh();
  };

  const take = async (rewardId: string, points?: number): Promise<Redemption> => {
    fresh.value = await redeem(app, rewardId, points);
    return fresh.value;
  };

  return {
    act,
    fresh,
    undone,
    applied,
    unapplied,
    apply: (redemption) => attempt(redemption.id, () => apply(redemption)),
    redeemAndApply: (rewardId, points) =>
      attempt(rewardId, async () => apply(await take(rewardId, points))),
    ask: (id) => {
      if (act.value.kind !== 'busy') act.value = { kind: 'asked', id };
    },
    cancel: () => {
      act.value = { kind: 'idle' };
    },
    redeem: (rewardId, points) =>
      attempt(rewardId, async () => {
        const { voucher } = await take(rewardId, points);
        const { say } = app.words;
        app.announcement.value =
          voucher === null ? say('taken') : `${say('codeTitle')}: ${voucher.code}`;
      }),
    release: (redemptionId) =>
      attempt(redemptionId, async () => {
        undone.value = await giveBack(app, redemptionId);
        if (fresh.value?.id === redemptionId) fresh.value = null;
      }),
  };
};

const models = new WeakMap<AppModel, RewardsModel>();

/** The rewards of a widget: one for all its panels, so that a code taken in one is seen in the other. */
export const rewardsOf = (app: AppModel): RewardsModel => {
  const known = models.get(app) ?? createRewardsModel(app);
  models.set(app, known);
  return known;
};
