import type { Area } from '../../area.ts';
import { responseTables } from './response-tables.ts';
import { surveyTables } from './tables.ts';

export const surveys = {
  name: 'engagement/surveys',
  schema: [surveyTables, responseTables],
} satisfies Area;
