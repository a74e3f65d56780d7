import { z } from 'zod';
import { encrypt, decrypt } from '../../../access/encrypt.ts';

const platformSecrets = z.object({
  /** What messages of the platform are signed with. */
  secret: z.string(),
  /** The one before, and until when it is good: platforms go on using it for a while. */
  previous: z.object({ secret: z.string(), until: z.number() }).nullable(),
  /** Shopify: a token of the Admin API, or the app's id with which one is asked for. */
  accessToken: z.string().nullable(),
  clientId: z.string().nullable(),
  /** WooCommerce: a key of its REST API. */
  consumerKey: z.string().nullable(),
  consumerSecret: z.string().nullable(),
});

/** What a shop and its platform know of each other and nobody else. */
export type PlatformSecrets = z.output<typeof platformSecrets>;

/** Encrypts the secrets of a shop's connection. */
export const encryptSecrets = (
  secretKey: Buffer,
  shopId: string,
  secrets: PlatformSecrets,
): string => encrypt(secretKey, JSON.stringify(secrets), contextOf(shopId));

/** Opens what `sealSecrets` made. */
export const decryptSecrets = (
  secretKey: Buffer,
  shopId: string,
  sealed: string,
): PlatformSecrets =>
  platformSecrets.parse(JSON.parse(decrypt(secretKey, sealed, contextOf(shopId))));

/** Secrets a message may be signed with now. */
export const signingSecrets = ({ secret, previous }: PlatformSecrets, now: number): string[] =>
  previous !== null && previous.until > now ? [secret, previous.secret] : [secret];

function contextOf(shopId: string): string {
  return `connection of ${shopId}`;
}
