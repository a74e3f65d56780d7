import type { Area } from '../../area.ts';
import { buyerTables } from './tables.ts';

export const buyers = {
  name: 'loyalty/buyers',
  schema: [buyerTables],
  tables: { buyerScales: { carried: { skipped: 'They are counted anew.' } } },
} satisfies Area;
