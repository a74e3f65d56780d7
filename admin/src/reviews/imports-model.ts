import type { ImportAnswer, ImportOptions, ImportPreview } from '@okaeri/shared/imports';
import { api } from '../app/session.ts';
import { createFileImport, type FileImport } from '../app/file-import.ts';
import { request } from '../lib/request.ts';

export type Imports = FileImport<ImportOptions, ImportPreview, ImportAnswer>;

/** Files of other tools' reviews. */
export const createImports = (): Imports =>
  createFileImport<ImportOptions, ImportPreview, ImportAnswer>({
    path: '/reviews/imports',
    first: () => ({ columns: {}, products: {}, otherProducts: 'asNamed' }),
    listPast: () => request(api().reviews.imports.$get()),
    takeBack: (importId) =>
      request(api().reviews.imports[':importId'].$delete({ param: { importId } })),
  });
