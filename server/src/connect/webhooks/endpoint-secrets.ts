import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { encrypt, decrypt } from '../../access/encrypt.ts';

/** Bytes of a secret; the specification asks for 24 to 64. */
const SECRET_BYTES = 32;

const secrets = z.array(
  z.object({
    text: z.string(),
    /** Until when it signs beside the next one; null for the one in force. */
    until: z.number().nullable(),
  }),
);

/** What messages to an endpoint are signed with, the one in force first. */
export type EndpointSecrets = z.output<typeof secrets>;

/** A new secret's text (https://www.standardwebhooks.com: `whsec_` and base64). */
export const newWebhookSecret = (): string =>
  `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** Encrypts the secrets of an endpoint. */
export const encryptSecrets = (
  secretKey: Buffer,
  key: { shopId: string; id: string },
  all: EndpointSecrets,
): string => encrypt(secretKey, JSON.stringify(all), contextOf(key));

/** Opens what `sealSecrets` made. */
export const decryptSecrets = (
  secretKey: Buffer,
  row: { shopId: string; id: string; sealed: string },
): EndpointSecrets => secrets.parse(JSON.parse(decrypt(secretKey, row.sealed, contextOf(row))));

/** Secrets that sign now. */
export const inForce = (all: EndpointSecrets, now: number): string[] =>
  all.filter(({ until }) => until === null || until > now).map(({ text }) => text);

function contextOf(key: { shopId: string; id: string }): string {
  return `webhook ${key.id} of ${key.shopId}`;
}
