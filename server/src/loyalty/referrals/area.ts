import { referralsOperations } from './operations.ts';
import { referralTables } from './tables.ts';
import { listReferralsOf } from './list-referrals-of.ts';
import { moveReferralsTo } from './move-referrals.ts';
import { myReferralRoutes, referralRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const referrals = {
  name: 'loyalty/referrals',
  schema: [referralTables],
  routes: {
    merchant: { '/referrals': referralRoutes },
    shopper: { '/me/referral': myReferralRoutes },
  },
  operations: referralsOperations,
  tags: { referrals: 'Friends who came by a recommendation' },
  abilities: { '/referrals': { read: 'read', write: 'serve' } },
  tables: {
    referrals: {
      carried: { orderId: '' },
      person: {
        list: 'done',
        move: 'done',
        erase: { skipped: 'It names nobody: ids of ours, and a keyed digest.' },
      },
    },
  },
  personalData: {
    list: async (tx, asked) => ({ referrals: await listReferralsOf(tx, asked) }),
    move: moveReferralsTo,
  },
} satisfies Area;
