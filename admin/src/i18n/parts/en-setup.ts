import { mergeFiles } from '../merge-files.ts';

export const words = mergeFiles(
  import.meta.glob(['../en/setup/*.ts', '../en/languages/*.ts'], { eager: true }),
);
