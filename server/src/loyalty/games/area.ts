import { gamesOperations } from './operations.ts';
import { gameTables } from './tables.ts';
import { moveBadgesTo } from './move-badges.ts';
import { giftRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const games = {
  name: 'loyalty/games',
  schema: [gameTables],
  routes: { merchant: { '/gifts': giftRoutes } },
  operations: gamesOperations,
  tags: { gifts: 'Draws among members' },
  abilities: { '/gifts': { read: 'read', write: 'run' } },
  tables: {
    draws: {
      carried: { giftId: '', orderId: '' },
      person: {
        list: { skipped: 'What was won is among the lots.' },
        move: { skipped: 'A draw belongs to its order, and can be drawn again as it was.' },
        erase: { skipped: 'It has numbers, and names nobody.' },
      },
    },
    badges: {
      carried: { shopperId: '', badgeId: '' },
      person: {
        list: { skipped: 'They are part of what the widget shows.' },
        move: 'done',
        erase: { skipped: 'They name nobody.' },
      },
    },
  },
  personalData: { move: moveBadgesTo },
} satisfies Area;
