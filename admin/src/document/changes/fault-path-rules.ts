import { valueAt, type DocumentPath } from '@okaeri/shared/document-difference';

/** Where a fault stands in the document: `earning[6].activity` with the id of the seventh way to earn. */
export const documentPath = (text: string, document: unknown): DocumentPath => {
  const path: string[] = [];
  for (const part of text.split(/[.[\]]+/).filter((one) => one !== '')) {
    const here = valueAt(document, path);
    const thing: unknown = Array.isArray(here) ? here[Number(part)] : undefined;
    const id = (thing as { id?: unknown } | null | undefined)?.id;
    path.push(typeof id === 'string' ? id : part);
  }
  return path;
};
