/** Whether a batch is a file of members of another tool. */
export const isImport = (batchId: string): boolean => batchId.startsWith('bim_');

/** The id of what answers an adjustment with its opposite; each is undone once. */
export const undoneId = (id: string): string => `${id}~`;
