import type { AccountId } from './accounts.ts';
import type { OkaeriApi } from './okaeri-api.ts';
import { changeOrder, placeOrder, type Cart } from './orders.ts';

const DAY_MS = 86_400_000;

/** What the members bought before: how many days ago, and whether a piece came back. */
const PAST: readonly {
  readonly id: string;
  readonly account: AccountId;
  readonly daysAgo: number;
  readonly cart: Cart;
  readonly shipped: boolean;
  readonly refunded?: boolean;
}[] = [
  { id: 'K-1042', account: 'mika', daysAgo: 208, cart: { dripper: 1, asagiri: 2 }, shipped: true },
  { id: 'K-1187', account: 'mika', daysAgo: 121, cart: { mug: 2, yoiyami: 1 }, shipped: true },
  {
    id: 'K-1268',
    account: 'mika',
    daysAgo: 64,
    cart: { asagiri: 3, tin: 1 },
    shipped: true,
    refunded: true,
  },
  { id: 'K-1311', account: 'mika', daysAgo: 30, cart: { yoiyami: 4, cloth: 2 }, shipped: true },
  { id: 'K-1379', account: 'mika', daysAgo: 5, cart: { asagiri: 2 }, shipped: true },
  { id: 'K-1380', account: 'mika', daysAgo: 1, cart: { cloth: 2 }, shipped: false },
];

/** Sends the members' past orders. Their times are whole days, so that one start a day sends the same. */
export const seedHistory = async (okaeri: OkaeriApi): Promise<void> => {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (const past of PAST) {
    const placedAt = today - past.daysAgo * DAY_MS;
    const at = (hours: number): string => new Date(placedAt + hours * 3_600_000).toISOString();
    const base = { email: null, quoteId: null, voucher: null };
    let order = placeOrder({ ...base, cart: past.cart, account: past.account, now: at(0) });
    await okaeri.putOrder(past.id, order);
    if (past.shipped) {
      order = changeOrder(order, 'ship', at(6));
      await okaeri.putOrder(past.id, order);
    }
    if (past.refunded) await okaeri.putOrder(past.id, changeOrder(order, 'refundOne', at(20)));
  }
};
