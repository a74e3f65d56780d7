import type { shopInput, ShopKeys } from '@okaeri/shared/access';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { addKey, newIdentitySecret, newSecretKey } from '../../access/new-keys.ts';
import { randomCode } from '../../platform/lib/ids.ts';
import { defaultProgram } from '../../loyalty/program/default-program.ts';
import { publishFirstProgram } from '../program-editor/publish-first-program.ts';
import type { Tx } from '../../platform/store/store.ts';
import { insertShop, revokeKeysByLabel } from '../../access/queries.ts';
import { insertStaff, selectOperators } from '../../access/team-queries.ts';
import type { ShopRow } from '../../access/tables.ts';

// Crockford characters of 5 bits: short enough to lead every key of the store.
const SHOP_ID_LENGTH = 10;
const PUBLIC_KEY_LENGTH = 20;

/** What a shop begins as. What is not said, begins as of a new one. */
type NewShop = z.output<typeof shopInput> &
  Partial<
    Pick<
      ShopRow,
      | 'clockOffsetMs'
      | 'programVersion'
      | 'createdAt'
      | 'appearance'
      | 'appearanceVersion'
      | 'reviewSettings'
      | 'reviewSettingsVersion'
      | 'contactSettings'
      | 'contactSettingsVersion'
      | 'privacySettings'
      | 'privacySettingsVersion'
      | 'closedAt'
    >
  >;

/**
 * Creates a shop with its keys and a first programme, or with what `fill` brings.
 * The answer is the only time its secrets are seen.
 */
export const createShop = (
  deps: Deps,
  input: NewShop,
  fill?: (tx: Tx, shopId: string) => Promise<void>,
): Promise<ShopKeys> => {
  const keys: ShopKeys = {
    shopId: randomCode(SHOP_ID_LENGTH),
    publicKey: `okr_pk_${randomCode(PUBLIC_KEY_LENGTH)}`,
    secretKey: newSecretKey(),
    identitySecret: newIdentitySecret(),
  };
  const { shopId } = keys;
  return deps.store.write(async (tx) => {
    await tx.run(insertShop, {
      id: shopId,
      name: input.name,
      currency: input.currency,
      publicKey: keys.publicKey,
      origins: input.origins,
      sandbox: input.sandbox,
      clockOffsetMs: input.clockOffsetMs ?? 0,
      programVersion: input.programVersion ?? 1,
      appearance: input.appearance ?? null,
      appearanceVersion: input.appearanceVersion ?? 0,
      reviewSettings: input.reviewSettings ?? null,
      reviewSettingsVersion: input.reviewSettingsVersion ?? 0,
      contactSettings: input.contactSettings ?? null,
      contactSettingsVersion: input.contactSettingsVersion ?? 0,
      privacySettings: input.privacySettings ?? null,
      privacySettingsVersion: input.privacySettingsVersion ?? 0,
      closedAt: input.closedAt ?? null,
      version: 1,
      createdAt: input.createdAt ?? deps.clock.now(),
    });
    await addKey(deps, tx, { shopId, kind: 'secret', label: 'first', text: keys.secretKey });
    await addKey(deps, tx, { shopId, kind: 'identity', label: 'first', text: keys.identitySecret });
    if (fill === undefined)
      await publishFirstProgram(tx, {
        shopId,
        document: defaultProgram(input.currency),
        now: deps.clock.now(),
      });
    else await fill(tx, shopId);
    // The person who runs the server owns what is opened on it.
    for (const { id: userId } of await tx.run(selectOperators, {}))
      await tx.run(insertStaff, { shopId, userId, role: 'owner', createdAt: deps.clock.now() });
    return keys;
  });
};

/** Gives a shop fresh keys under a label and revokes those the label had before. */
export const replaceKeys = async (
  deps: Deps,
  input: { shopId: string; label: string },
): Promise<{ secretKey: string; identitySecret: string }> => {
  const keys = { secretKey: newSecretKey(), identitySecret: newIdentitySecret() };
  const { shopId, label } = input;
  await deps.store.write(async (tx) => {
    await tx.run(revokeKeysByLabel, { shopId, label, now: deps.clock.now() });
    await addKey(deps, tx, { shopId, kind: 'secret', label, text: keys.secretKey });
    await addKey(deps, tx, { shopId, kind: 'identity', label, text: keys.identitySecret });
  });
  deps.caches.keys.clear();
  deps.caches.tokens.clear();
  return keys;
};
