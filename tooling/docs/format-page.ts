import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type FormatOptions } from 'oxfmt';
import { ROOT } from './read-docs.ts';

/** A page as `pnpm format` would write it. */
export const formatPage = async (path: string, text: string): Promise<string> => {
  const options = JSON.parse(readFileSync(join(ROOT, '.oxfmtrc.json'), 'utf8')) as FormatOptions;
  return (await format(path, text, options)).code;
};
