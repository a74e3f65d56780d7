import { programEditorOperations } from './operations.ts';
import { programRoutes, publicProgramRoutes } from './routes.ts';
import { MINUTE_MS } from '../../platform/lib/clock.ts';
import { publishScheduled } from './schedule-program.ts';
import type { Area } from '../../area.ts';

export const programEditor = {
  name: 'backoffice/program-editor',
  routes: { merchant: { '/program': programRoutes }, storefront: { '/': publicProgramRoutes } },
  operations: programEditorOperations,
  jobs: (deps) => [
    { name: 'publishScheduled', everyMs: MINUTE_MS / 4, run: () => publishScheduled(deps) },
  ],
  tags: { program: 'The programme: a draft, its versions, and the time machine' },
  abilities: { '/program': { read: 'read', write: 'run' } },
} satisfies Area;
