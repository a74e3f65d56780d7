import { mergeFiles } from '../merge-files.ts';

export const words = mergeFiles(
  import.meta.glob(['../ja/setup/*.ts', '../ja/languages/*.ts'], { eager: true }),
);
