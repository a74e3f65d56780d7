import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { Platform } from '@okaeri/shared/integrations';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { findConnection } from './find-connection.ts';
import { adapterOf } from './platforms.ts';
import { isSigned } from './contract/signature-rules.ts';
import { signingSecrets } from './contract/connection-secrets.ts';
import { insertMessage } from './inbox-queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A message as it came. */
export interface RawMessage {
  readonly shop: ShopRow;
  readonly platform: Platform;
  readonly topic: string;
  readonly bytes: Uint8Array;
  readonly signature: string;
}

const BAD_SIGNATURE: { refused: Refusal } = {
  refused: {
    code: 'badSignature',
    detail: 'The body must be signed with the secret of this shop’s connection.',
  },
};

/**
 * Takes a message of a platform in: the signature is checked over the bytes, and what came is kept
 * as it came, to be worked off afterwards. Nothing but the body is signed, so nothing else decides.
 */
export const receiveMessage = async (deps: Deps, message: RawMessage): Promise<Outcome<true>> => {
  const { shop, platform, topic, bytes, signature } = message;
  const connection = await findConnection(deps, shop.id);
  if (connection === undefined || connection.row.platform !== platform) return BAD_SIGNATURE;
  // It is answered, although it is not signed, and nothing comes of it.
  if (adapterOf(connection).isPing(bytes)) return { ok: true };
  const now = deps.clock.now();
  const secrets = signingSecrets(connection.secrets, now).flatMap((secret) =>
    adapterOf(connection).spellings(secret),
  );
  if (!isSigned(bytes, signature, secrets)) return BAD_SIGNATURE;
  const body = textOf(bytes);
  if (body === undefined)
    return { refused: { code: 'malformedJson', detail: 'The body is no text in UTF-8.' } };
  const id = newId();
  await deps.store.write(async (tx) => {
    await tx.run(insertMessage, {
      shopId: shop.id,
      id,
      platform,
      topic,
      subject: null,
      body,
      state: 'waiting',
      note: null,
      receivedAt: now,
      settledAt: null,
    });
    const payload = { kind: 'platformMessage', messageId: id } as const;
    await addToOutbox(deps, tx, { shop, id: `in_${id}`, payload, dueAt: nowOf(deps, shop) });
  });
  return { ok: true };
};

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    // PostgreSQL keeps no NUL in a text, and JSON has none.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
