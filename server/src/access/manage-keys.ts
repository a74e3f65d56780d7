import type { Outcome } from '../platform/lib/outcome.ts';
import { addKey, newIdentitySecret, newSecretKey } from './new-keys.ts';
import type { ApiKey, KeyInput, NewApiKey } from '@okaeri/shared/access';
import { KEY_ABILITIES } from '@okaeri/shared/roles';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { newId } from '../platform/lib/ids.ts';
import { first } from '../platform/store/store.ts';
import { lockShop, revokeKey, selectKeys } from './queries.ts';
import type { KeyRow } from './tables.ts';

/** The keys in force, newest first; their texts are known to nobody here. */
export const listKeys = async (deps: Deps, shopId: string): Promise<{ items: ApiKey[] }> => {
  const found = await deps.store.read((tx) => tx.run(selectKeys, { shopId }));
  return { items: found.map(viewOf) };
};

/** Makes a key. The answer is the only time its text is seen. */
export const createKey = (
  deps: Deps,
  input: { shopId: string; key: KeyInput },
): Promise<Outcome<NewApiKey>> => {
  const { shopId, key } = input;
  const text = key.kind === 'secret' ? newSecretKey() : newIdentitySecret();
  const id = newId();
  return deps.store.write(async (tx): Promise<Outcome<NewApiKey>> => {
    await tx.run(lockShop, { shopId });
    const known = await tx.run(selectKeys, { shopId });
    if (known.length >= LIMITS.keysMax)
      return { refused: { code: 'tooManyKeys', detail: 'Revoke those nobody uses.' } };
    const abilities = key.kind === 'secret' ? (key.abilities ?? null) : null;
    await addKey(deps, tx, { id, shopId, kind: key.kind, label: key.label, text, abilities });
    const row = (await tx.run(selectKeys, { shopId })).find((one) => one.id === id);
    if (row === undefined) throw new Error('A key that was just written is not there.');
    return { ok: { ...viewOf(row), text } };
  });
};

/** Ends a key, on every server within a second; tokens it signed within a minute. False where it is none in force. */
export const endKey = async (deps: Deps, of: { shopId: string; id: string }): Promise<boolean> => {
  const now = deps.clock.now();
  const row = await deps.store.write((tx) => first(tx, revokeKey, { ...of, now }));
  deps.caches.keys.clear();
  deps.caches.tokens.clear();
  return row !== undefined;
};

function viewOf(row: KeyRow): ApiKey {
  return {
    id: row.id,
    kind: row.kind,
    label: row.label,
    abilities: row.kind === 'identity' ? [] : (row.abilities ?? KEY_ABILITIES),
    createdAt: isoOf(row.createdAt),
    lastUsedAt: row.lastUsedAt === null ? null : isoOf(row.lastUsedAt),
  };
}
