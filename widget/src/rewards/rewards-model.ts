import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { OkaeriError } from '@okaeri/client/problem';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { AppModel } from '../app/model.ts';

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
  /** That points of a code given back have returned, in words, until something else is done. */
  readonly undone: ReadonlySignal<string | null>;
  /** Asks whether the shopper means it: a reward to take, or a code to give back. */
  ask(id: string): void;
  cancel(): void;
  /** Takes a reward; `points` where its cost is the shopper's to choose. */
  redeem(rewardId: string, points?: number): Promise<void>;
  release(redemptionId: string): Promise<void>;
}

/** What is going on with this one. */
export const actOf = (rewards: RewardsModel, id: string): Act => {
  const act = rewards.act.value;
  return act.kind !== 'idle' && act.id === id ? act : { kind: 'idle' };
};

const createRewardsModel = (app: AppModel): RewardsModel => {
  const act = signal<Act>({ kind: 'idle' });
  const fresh = signal<Redemption | null>(null);
  const undone = signal<string | null>(null);

  const attempt = async (id: string, work: () => Promise<void>): Promise<void> => {
    if (act.value.kind === 'busy') return;
    act.value = { kind: 'busy', id };
    undone.value = null;
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

  return {
    act,
    fresh,
    undone,
    ask: (id) => {
      if (act.value.kind !== 'busy') act.value = { kind: 'asked', id };
    },
    cancel: () => {
      act.value = { kind: 'idle' };
    },
    redeem: (rewardId, points) =>
      attempt(rewardId, async () => {
        const redemption = await (await app.client()).redeem(rewardId, points);
        fresh.value = redemption;
        const code = redemption.voucher?.code ?? '';
        const { say } = app.words;
        app.announcement.value = code === '' ? say('taken') : `${say('codeTitle')}: ${code}`;
        app.emit('redeem', { rewardId, code });
      }),
    release: (redemptionId) =>
      attempt(redemptionId, async () => {
        const held = app.state.value.me?.vouchers.find(({ id }) => id === redemptionId);
        const released = await (await app.client()).release(redemptionId);
        if (fresh.value?.id === redemptionId) fresh.value = null;
        undone.value = app.words.say('undone', {
          points: app.words.points(released.points - (held?.latePoints ?? 0)),
        });
        app.announcement.value = undone.value;
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
