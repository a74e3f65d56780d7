import { programDocument, type ProgramDocument } from '@okaeri/shared/program';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectDraft, selectVersion } from './queries.ts';

/** A programme and which version of it: what is earned or redeemed is judged by it for ever. */
export interface ProgramVersion {
  readonly document: ProgramDocument;
  readonly version: number;
}

/** The programme a shop has now. */
export const currentProgram = async (
  deps: Deps,
  tx: Tx,
  { id: shopId, programVersion: version }: { readonly id: string; readonly programVersion: number },
): Promise<ProgramVersion> => ({
  document: await loadProgram(deps, tx, { shopId, version }),
  version,
});

/**
 * A published version of a shop's programme. Versions never change, so each is
 * read once and then kept in memory.
 */
export const loadProgram = async (
  deps: Deps,
  tx: Tx,
  key: { shopId: string; version: number },
): Promise<ProgramDocument> => {
  const name = `${key.shopId} ${key.version}`;
  const known = deps.caches.programs.get(name);
  if (known !== undefined) return known;
  const document = await readProgram(tx, key);
  deps.caches.programs.set(name, document);
  return document;
};

/** The same where nothing is kept in memory, as in a worker. */
export const readProgram = async (
  tx: Tx,
  key: { shopId: string; version: number },
): Promise<ProgramDocument> => {
  const row = await first(tx, selectVersion, key);
  if (row === undefined) throw new Error(`Shop ${key.shopId} has no programme ${key.version}.`);
  // What an older release published lacks what this one has added; it means the defaults.
  return programDocument.parse(row.document);
};

/** A draft, and how often it was saved. */
export interface Draft {
  readonly document: ProgramDocument;
  readonly revision: number;
}

/** The draft of a shop's programme; undefined where nothing was saved since it was published. */
export const loadDraft = async (tx: Tx, shopId: string): Promise<Draft | undefined> => {
  const row = await first(tx, selectDraft, { shopId });
  return row && { document: programDocument.parse(row.document), revision: row.revision };
};
