import type { Area } from '../../area.ts';

export const program = {
  name: 'loyalty/program',
  tables: {
    programVersions: { carried: { version: -1 } },
    programDrafts: { carried: {} },
  },
} satisfies Area;
