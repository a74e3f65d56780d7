import { mergeFiles } from './merge-files.ts';

/** What it says in Japanese. */
export const ja = mergeFiles(import.meta.glob('./ja/*.ts', { eager: true }));
