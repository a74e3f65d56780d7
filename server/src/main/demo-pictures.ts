import { readFile } from 'node:fs/promises';
import type { Deps } from '../deps.ts';
import { addPicture } from '../loyalty/pictures/add-picture.ts';
import { StoreUnavailableError } from '../platform/store/store.ts';

const NAMES = ['cup', 'trees', 'taster', 'forest'] as const;

/** Pictures of the demo shop, by what they show; without those that could not be kept. */
export type DemoPictures = { readonly [Name in (typeof NAMES)[number]]?: string };

/** Gives the demo shop its pictures, as a merchant uploads theirs. It does without where files cannot be kept. */
export const addDemoPictures = async (deps: Deps, shopId: string): Promise<DemoPictures> => {
  const added: [string, string][] = [];
  try {
    for (const name of NAMES) {
      const bytes = await readFile(new URL(`demo-pictures/${name}.webp`, import.meta.url));
      const outcome = await addPicture(deps, { shopId, bytes });
      if ('ok' in outcome) added.push([name, outcome.ok.id]);
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    deps.logger.warn({ error }, 'the demo shop has no pictures');
  }
  return Object.fromEntries(added);
};
