import type { Ability } from '@okaeri/shared/roles';
import type { Deps } from '../deps.ts';
import { sha256 } from '../platform/lib/digest.ts';
import { newId, randomToken } from '../platform/lib/ids.ts';
import type { Tx } from '../platform/store/store.ts';
import { insertKey } from './queries.ts';
import { encrypt } from './encrypt.ts';

// 32 bytes: as many as HS256 asks of its key (RFC 7518, section 3.2).
const SECRET_BYTES = 32;

/** A key as it is written; its text is known this once. */
export interface NewKey {
  readonly id?: string;
  readonly shopId: string;
  readonly kind: 'secret' | 'identity';
  readonly label: string;
  readonly text: string;
  /** Null, or left out, for everything a key may be used for. */
  readonly abilities?: readonly Ability[] | null;
}

export const addKey = async (deps: Deps, tx: Tx, key: NewKey): Promise<void> => {
  await tx.run(insertKey, {
    id: key.id ?? newId(),
    shopId: key.shopId,
    kind: key.kind,
    digest: sha256(key.text),
    sealed: key.kind === 'identity' ? encrypt(deps.secretKey, key.text, key.shopId) : null,
    label: key.label,
    abilities: key.abilities ?? null,
    lastUsedAt: null,
    createdAt: deps.clock.now(),
    revokedAt: null,
  });
};

/** A new secret API key's text. */
export const newSecretKey = (): string => `okr_sk_${randomToken(SECRET_BYTES)}`;

/** A new identity secret's text. */
export const newIdentitySecret = (): string => `okr_is_${randomToken(SECRET_BYTES)}`;
