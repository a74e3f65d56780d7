import { importsOperations } from './operations.ts';
import { importTables } from './tables.ts';
import { answerImportRoutes } from './answer-routes.ts';
import { balanceRoutes } from './balance-routes.ts';
import { balanceImportExportRoutes } from './export-imports.ts';
import { importPhoto } from './import-photo.ts';
import { importRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const imports = {
  name: 'backoffice/imports',
  schema: [importTables],
  routes: {
    merchant: {
      '/': answerImportRoutes,
      '/reviews/imports': importRoutes,
      '/balances/imports': balanceRoutes,
      '/exports/member-imports': balanceImportExportRoutes,
    },
  },
  operations: importsOperations,
  tags: { balances: 'Members of other tools, moving in' },
  abilities: {
    '/reviews/imports': { read: 'read', write: 'run' },
    '/balances': { read: 'read', write: 'run' },
    '/exports/member-imports': { read: 'read', write: 'own' },
  },
  deliveryHandlers: { importedPhoto: { lane: 'fetch', deliver: importPhoto } },
  tables: {
    balanceImports: { carried: { id: '' } },
    reviewImports: { carried: { id: '' } },
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    importedPhoto: {
      readonly reviewId: string;
      readonly url: string;
      readonly position: number;
    };
  }
}
