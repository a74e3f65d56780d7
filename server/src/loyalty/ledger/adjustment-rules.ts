import { newId } from '../../platform/lib/ids.ts';

/** What the id of a file of members of another tool begins with: it is a batch like any other, and more. */
export const IMPORT_PREFIX = 'bim_';

export const newImportId = (): string => `${IMPORT_PREFIX}${newId()}`;

/** Whether a batch is a file of members of another tool. */
export const isImport = (batchId: string): boolean => batchId.startsWith(IMPORT_PREFIX);

/** What the id of an adjustment ends with that answers another with its opposite. */
export const UNDONE_SUFFIX = '~';

/** The id of what answers an adjustment with its opposite; each is undone once. */
export const undoneId = (id: string): string => `${id}${UNDONE_SUFFIX}`;

/** Whether an adjustment answers another with its opposite. */
export const isUndone = (id: string): boolean => id.endsWith(UNDONE_SUFFIX);
