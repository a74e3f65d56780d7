import { signal, type Signal } from '@preact/signals';
import { OkaeriError } from '@okaeri/client/problem';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { AppModel } from '../app/model.ts';

/** What is going on with one reward or one code. */
export type Act =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly offline: boolean };

/** The acts of the rewards panel. */
export interface RewardsModel {
  readonly act: Signal<Act>;
  /** The code taken last, shown large until it is undone or another is taken. */
  readonly fresh: Signal<Redemption | null>;
  redeem(rewardId: string): Promise<void>;
  release(redemptionId: string): Promise<void>;
}

export const createRewardsModel = (app: AppModel): RewardsModel => {
  const act = signal<Act>({ kind: 'idle' });
  const fresh = signal<Redemption | null>(null);

  const attempt = async (id: string, work: () => Promise<void>): Promise<void> => {
    if (act.value.kind === 'busy') return;
    act.value = { kind: 'busy', id };
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
    redeem: (rewardId) =>
      attempt(rewardId, async () => {
        const redemption = await app.session.client.redeem(rewardId);
        fresh.value = redemption;
        const code = redemption.voucher?.code ?? '';
        app.announcement.value = `${app.messages.codeTitle}: ${code}`;
        app.emit('redeem', { rewardId, code });
      }),
    release: (redemptionId) =>
      attempt(redemptionId, async () => {
        const released = await app.session.client.release(redemptionId);
        if (fresh.value?.id === redemptionId) fresh.value = null;
        app.announcement.value = app.messages.undone(app.words.points(released.points));
      }),
  };
};
