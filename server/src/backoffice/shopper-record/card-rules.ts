import { isSameHash, keyedHash } from '../../platform/lib/keyed-hash.ts';

/** How long a card shown at a till is good: long enough to be scanned, too short to be passed on. */
export const CARD_LIFE_MS = 10 * 60_000;

const MAC_LENGTH = 22;

/** The text of a shopper's card, to be shown as a QR code. It costs no row and names nobody. */
export const cardFor = (
  card: { shopId: string; shopperId: string; expiresAt: number },
  secretKey: Buffer,
): string => {
  const text = `${card.shopperId}.${card.expiresAt.toString(36)}`;
  return `okc_${text}.${macOf(secretKey, card.shopId, text)}`;
};

/** The shopper a card is of, or undefined when it is not ours or too old. */
export const shopperOfCard = (
  card: string,
  by: { shopId: string; secretKey: Buffer; now: number },
): string | undefined => {
  const [, shopperId, expiresAt = '', mac = ''] =
    /^okc_([0-9A-Z]+)\.([0-9a-z]+)\.([\w-]+)$/.exec(card) ?? [];
  if (shopperId === undefined) return undefined;
  const expected = macOf(by.secretKey, by.shopId, `${shopperId}.${expiresAt}`);
  if (!isSameHash(Buffer.from(mac), Buffer.from(expected))) return undefined;
  return Number.parseInt(expiresAt, 36) >= by.now ? shopperId : undefined;
};

function macOf(secretKey: Buffer, shopId: string, text: string): string {
  return keyedHash(secretKey, JSON.stringify(['card', shopId, text]))
    .toString('base64url')
    .slice(0, MAC_LENGTH);
}
