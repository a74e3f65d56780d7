import { signal, type Signal } from '../ui/signals.ts';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { AppModel } from '../app/model.ts';

/** How long a page may take to put a code into its cart. */
const CART_MS = 15_000;

/** How a code goes into the cart of the shop's page, and what came of it. */
interface Apply {
  readonly applied: Signal<string | null>;
  readonly unapplied: Signal<string | null>;
  readonly apply: (redemption: Pick<Redemption, 'id' | 'rewardId' | 'voucher'>) => Promise<void>;
}

/** Has the page put codes into its cart: it is told, and the shopper is once it is done, or was not. */
export const createApply = (app: AppModel): Apply => {
  const applied = signal<string | null>(null);
  const unapplied = signal<string | null>(null);
  return {
    applied,
    unapplied,
    apply: async ({ id, rewardId, voucher }) => {
      // Some are prepared by the shop, and have no code yet.
      if (voucher === null) {
        app.announcement.value = app.words.say('taken');
        return;
      }
      if (!(await areDone(app.emit('apply', { rewardId, code: voucher.code })))) {
        unapplied.value = id;
        return;
      }
      applied.value = id;
      app.announcement.value = app.words.say('applied', { reward: app.rewardName(rewardId) });
    },
  };
};

/** Whether all of the page's listeners did what they were told; one may say so later, or that it could not. */
async function areDone(answers: unknown[]): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<unknown[]>((resolve) => {
    timer = setTimeout(() => resolve([false]), CART_MS);
  });
  try {
    return !(await Promise.race([Promise.all(answers), late])).includes(false);
  } catch (error) {
    console.error('okaeri:', error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
