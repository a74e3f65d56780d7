import { accountTables } from './account-tables.ts';
import { ledgerTables } from './tables.ts';
import { MINUTE_MS } from '../../platform/lib/clock.ts';
import { clockRoutes } from './clock-routes.ts';
import { eraseAdjustmentWords } from './adjustment-queries.ts';
import { listLots } from './list-lots.ts';
import { openBook } from './open-book.ts';
import { settleDueShoppers } from './settle-due.ts';
import { moveUsages } from './usages.ts';
import type { Area } from '../../area.ts';

const BY_BOOKS = 'Merging closes one book and opens another, with every lot.';
const NO_NAMES = 'The ledger has ids of ours and amounts, and outlives people.';

export const ledger = {
  name: 'loyalty/ledger',
  events: [
    'points.earned',
    'points.matured',
    'points.reversed',
    'points.held',
    'points.used',
    'points.released',
    'points.expired',
    'points.adjusted',
    'points.merged',
    'voucher.issued',
    'voucher.used',
    'voucher.released',
    'voucher.expired',
  ],
  routes: { merchant: { '/clock': clockRoutes } },
  operations: {
    'GET /v1/clock': {
      id: 'getClock',
      summary: 'What time it is in the shop',
      answers: 'getClock',
    },
    'POST /v1/clock/advance': {
      id: 'advanceClock',
      summary: 'Move the clock of a sandbox shop forward',
      answers: 'getClock',
    },
  },
  tags: { clock: 'A sandbox shop’s own time' },
  abilities: { '/clock': { read: 'read', write: 'run' } },
  schema: [accountTables, ledgerTables],
  jobs: (deps) => [{ name: 'settleDue', everyMs: MINUTE_MS, run: () => settleDueShoppers(deps) }],
  tables: {
    awards: {
      carried: { id: '' },
      person: { list: 'done', move: { skipped: BY_BOOKS }, erase: { skipped: NO_NAMES } },
    },
    transactions: {
      carried: { shopperId: '', sequence: -1 },
      person: {
        list: { skipped: 'It is listed in pages of its own.' },
        move: { skipped: 'A chain stays whose it is; the last of it leads on.' },
        erase: { skipped: NO_NAMES },
      },
    },
    usages: {
      carried: { shopperId: '', subject: '', periodAt: -1 },
      person: {
        list: { skipped: 'Sums of what is listed.' },
        move: 'done',
        erase: { skipped: NO_NAMES },
      },
    },
    adjustments: {
      carried: { id: '' },
      person: {
        list: { skipped: 'It is shown with the transaction it made.' },
        move: { skipped: 'It belongs to a transaction, and stays with its chain.' },
        erase: 'done',
      },
    },
  },
  personalData: {
    list: async (tx, { row, now, limit }) => ({
      lots: await listLots(tx, await openBook(tx, row, now), limit),
    }),
    move: moveUsages,
    erase: (tx, { shopId, shopperId }) => tx.run(eraseAdjustmentWords, { shopId, shopperId }),
  },
} satisfies Area;
