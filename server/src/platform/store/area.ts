import type { Area } from '../../area.ts';

export const store = {
  name: 'platform/store',
  tables: {
    idempotencyKeys: { carried: { left: 'Answers are kept for a day.' } },
  },
} satisfies Area;
