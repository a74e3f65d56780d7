import { mergeFiles } from './merge-files.ts';

/** What the console says, in English. Sentences that count are functions of the count. */
export const en = mergeFiles(import.meta.glob('./en/*.ts', { eager: true }));
