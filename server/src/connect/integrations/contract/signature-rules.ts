import { keyedHash, isSameHash } from '../../../platform/lib/keyed-hash.ts';

/**
 * Whether a message is signed with one of the secrets: base64 of the HMAC-SHA256 of the body as it
 * came, to the byte (https://shopify.dev/docs/apps/build/webhooks/verify-deliveries). WooCommerce
 * signs alike. Every secret is tried, also after one fits.
 */
export const isSigned = (
  body: Uint8Array,
  signature: string,
  secrets: readonly string[],
): boolean => {
  const given = Buffer.from(signature, 'base64');
  return secrets.map((secret) => isSameHash(given, keyedHash(secret, body))).some(Boolean);
};
