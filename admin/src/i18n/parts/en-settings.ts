import { mergeFiles } from '../merge-files.ts';

export const words = mergeFiles(
  import.meta.glob(['../en/settings/*.ts', '../en/languages/*.ts'], { eager: true }),
);
