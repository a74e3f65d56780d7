import type { Messages } from './shape.ts';

/** The texts of all files of a language, each under the name by which its file exports it. */
export const mergeFiles = (files: Readonly<Record<string, Partial<Messages>>>): Messages =>
  // `messages.test.ts` holds that every language has what the English files have declared.
  Object.assign({}, ...Object.values(files)) as Messages;
