import { mergeFiles } from '../merge-files.ts';

export const words = mergeFiles(import.meta.glob('../ja/home/*.ts', { eager: true }));
