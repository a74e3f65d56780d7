import { programTables } from './tables.ts';
import type { Area } from '../../area.ts';

export const program = {
  name: 'loyalty/program',
  schema: [programTables],
  tables: {
    programVersions: { carried: { version: -1 } },
    programNotes: { carried: { version: -1 } },
    programDrafts: { carried: {} },
    programSchedules: { carried: {} },
  },
} satisfies Area;
