import { rewardsOperations } from './operations.ts';
import { rewardTables } from './tables.ts';
import { codeExportRoutes } from './export-codes.ts';
import { eraseCodeWords } from './erase-code-words.ts';
import { listRedemptionsOf } from './list-redemptions.ts';
import { merchantRedemptionRoutes, poolRoutes, redemptionRoutes, voucherRoutes } from './routes.ts';
import { moveRedemptionsTo } from '../ledger/move-owner.ts';
import type { Area } from '../../area.ts';

export const rewards = {
  name: 'loyalty/rewards',
  events: ['redemption.created'],
  schema: [rewardTables],
  routes: {
    merchant: {
      '/vouchers': voucherRoutes,
      '/redemptions': merchantRedemptionRoutes,
      '/rewards': poolRoutes,
      '/exports/codes': codeExportRoutes,
    },
    shopper: { '/redemptions': redemptionRoutes },
  },
  operations: rewardsOperations,
  tags: {
    redemptions: 'Rewards taken, and given back',
    vouchers: 'Codes at a checkout: looked at, used, released',
    rewards: 'Pools of codes for rewards',
  },
  abilities: {
    '/vouchers': { read: 'read', write: 'sell' },
    '/redemptions': { read: 'read', write: 'serve' },
    '/rewards': { read: 'read', write: 'run' },
    '/exports/codes': { read: 'read', write: 'own' },
  },
  tables: {
    redemptions: {
      carried: { id: '' },
      // A code names nobody: the shop's word on it may.
      person: { list: 'done', move: 'done', erase: 'done' },
    },
    poolCodes: { carried: { rewardId: '', code: '' } },
  },
  personalData: {
    list: async (tx, asked) => ({
      redemptions: await listRedemptionsOf(tx, asked, asked.document),
    }),
    move: moveRedemptionsTo,
    erase: eraseCodeWords,
  },
} satisfies Area;
