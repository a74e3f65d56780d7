import { mergeFiles } from '../merge-files.ts';

export const words = mergeFiles(import.meta.glob('../en/home/*.ts', { eager: true }));
