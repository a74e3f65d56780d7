import { isSameHash, keyedHash } from '../../platform/lib/keyed-hash.ts';

const PREFIX = 'cs_';
/** Bits of a ULID and of the hash beside it, in letters that mail servers of either case leave alone. */
const TOKEN = /\+([0-9a-hjkmnp-tv-z]{26})-([0-9a-f]{16})@/i;
const HASH_BYTES = 8;
/** RFC 5321, section 4.5.3.1.1. */
const LOCAL_PART_MAX = 64;

/**
 * The address that answers to a case go to: the shop's own with a token of the case, which nobody else can make. An
 * address that has no room for it stays as it is.
 */
export const replyAddress = (
  secretKey: Buffer,
  address: string,
  of: { shopId: string; caseId: string },
): string => {
  const at = address.lastIndexOf('@');
  const id = of.caseId.slice(PREFIX.length).toLowerCase();
  const local = `${address.slice(0, at)}+${id}-${hashOf(secretKey, of).toString('hex')}`;
  return local.length > LOCAL_PART_MAX ? address : `${local}${address.slice(at)}`;
};

/** The case whose token stands in the addresses a message went to; undefined where none does, or it is forged. */
export const caseOfAddress = (
  secretKey: Buffer,
  to: string,
  shopId: string,
): string | undefined => {
  const [, id = '', hash = ''] = TOKEN.exec(to) ?? [];
  if (id === '') return undefined;
  const caseId = `${PREFIX}${id.toUpperCase()}`;
  const made = hashOf(secretKey, { shopId, caseId });
  return isSameHash(Buffer.from(hash.toLowerCase(), 'hex'), made) ? caseId : undefined;
};

function hashOf(secretKey: Buffer, { shopId, caseId }: { shopId: string; caseId: string }): Buffer {
  return keyedHash(secretKey, `case ${shopId} ${caseId}`).subarray(0, HASH_BYTES);
}
