import { Resolver } from 'node:dns/promises';

/** The TXT records of a name, each as one text; null where it could not be asked. */
export type LookUpTexts = (host: string) => Promise<readonly string[] | null>;

const TIMEOUT_MS = 3000;
const TRIES = 2;
/** There is no such name, or it has no such record. */
const NONE = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the name servers of the machine, or those that are named, as `192.0.2.1:53`. */
export const createTextLookup = (servers: readonly string[]): LookUpTexts => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (servers.length > 0) resolver.setServers(servers);
  return async (host) => {
    try {
      const records = await resolver.resolveTxt(host);
      return records.map((parts) => parts.join(''));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return NONE.has(code) ? [] : null;
    }
  };
};
