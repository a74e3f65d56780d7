import { expect } from 'vitest';
import type { Page, Transaction } from '@okaeri/shared/ledger';
import type { OrderAnswer, OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { Me } from '@okaeri/shared/storefront';
import { testProgram, type World } from './world.ts';

/** What people do, through the routes, for tests that read as stories. */
export interface Acts {
  /** Sends an order's state and gives the answer, which must be a success. */
  readonly put: (orderId: string, state: OrderState) => Promise<OrderAnswer>;
  readonly me: (who?: string, claims?: Record<string, unknown>) => Promise<Me>;
  readonly history: (who?: string) => Promise<readonly Transaction[]>;
  readonly redeem: (key: string, who?: string) => Promise<Response>;
  /** A redemption that must work. */
  readonly take: (key: string, who?: string) => Promise<Redemption>;
  readonly release: (redemptionId: string, who?: string) => Promise<Response>;
  readonly days: (count: number) => void;
}

export const actsOf = (world: World): Acts => {
  const read = async <T>(answer: Response): Promise<T> => {
    const body: unknown = await answer.json();
    expect({ status: answer.status < 300, body }).toMatchObject({ status: true });
    return body as T;
  };
  const redeem: Acts['redeem'] = async (key, who = 'ada') =>
    world.storefront('POST', '/redemptions', {
      token: await world.token(who),
      body: { rewardId: 'off5' },
      headers: { 'idempotency-key': key },
    });
  return {
    put: async (orderId, state) =>
      read(await world.merchant('PUT', `/v1/orders/${orderId}`, state)),
    me: async (who = 'ada', claims = {}) =>
      read(await world.storefront('GET', '/me', { token: await world.token(who, claims) })),
    history: async (who = 'ada') => {
      const token = await world.token(who);
      const page = await read<Page<Transaction>>(
        await world.storefront('GET', '/me/transactions?limit=200', { token }),
      );
      return page.items;
    },
    redeem,
    take: async (key, who) => read(await redeem(key, who)),
    release: async (redemptionId, who = 'ada') =>
      world.storefront('POST', `/redemptions/${redemptionId}/release`, {
        token: await world.token(who),
      }),
    days: (count) => {
      world.clock.at += count * 86_400_000;
    },
  };
};

/** A programme whose points are there at once, whose reward costs `cost`, without a sign-up bonus. */
export const plainProgram = (
  change: {
    cost?: number;
    holdDays?: number;
    from?: 'paid' | 'fulfilled' | 'delivered';
    expiryDays?: number;
    policy?: ProgramDocument['refunds']['policy'];
    validDays?: number;
  } = {},
): ProgramDocument => {
  const base = testProgram();
  return {
    ...base,
    earning: base.earning.flatMap((rule) =>
      rule.on === 'order'
        ? [{ ...rule, hold: { days: change.holdDays ?? 0, from: change.from ?? 'paid' } }]
        : [],
    ),
    expiry: change.expiryDays ? { kind: 'perLot', days: change.expiryDays } : { kind: 'never' },
    refunds: { policy: change.policy ?? 'withinBalance', returnSpentPoints: 'fullRefund' },
    rewards: base.rewards.map((reward) => ({
      ...reward,
      cost: { fixed: change.cost ?? 50 },
      validDays: change.validDays ?? 90,
    })),
  };
};
