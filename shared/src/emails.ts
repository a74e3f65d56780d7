import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';

/*
 * The one place that knows what an e-mail address is. Addresses that people have are taken, also where
 * RFC 5321 would have them written otherwise: docomo gave out `taro..y@docomo.ne.jp` and
 * `name.@docomo.ne.jp` until 2009. Domains may be written in any script (IDNA, RFC 5890), and so may
 * what stands before the @ (RFC 6531). What could end a header, or begin another address, is in none.
 */

// RFC 5321, section 4.1.2 (atext), with dots anywhere; and whatever is seen of other scripts.
const LOCAL = /^(?:[\w!#$%&'*+/=?^`{|}~.-]|[^\p{ASCII}\p{C}\p{Z}])+$/u;

// Of ASCII a domain has letters, digits, hyphens and dots: anything else would be another part of a URL.
const DOMAIN = /^(?:[A-Za-z\d.-]|[^\p{ASCII}\p{C}\p{Z}])+$/u;
const LABELS = /^(?:[a-z\d](?:[a-z\d-]{0,62})\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** Octets of a domain's name (RFC 1035, section 2.3.4). */
const DOMAIN_OCTETS_MAX = 253;

/** An address and the parts it is known by. */
interface Parts {
  readonly address: string;
  readonly local: string;
  /** The domain as the name system has it: lower case, in ASCII. */
  readonly domain: string;
}

/**
 * An address as it is kept: as it was written, composed (NFC), without blanks around it and without
 * quotation marks that say nothing. Null for what is none.
 */
export const readEmail = (text: string): string | null => partsOf(text)?.address ?? null;

/**
 * What an address is compared by: one person writes it in capitals and in small letters, and a domain
 * in its own script or as `xn--…`. Text that is no address is only folded.
 */
export const keyOfEmail = (text: string): string => {
  const parts = partsOf(text);
  const key = parts === undefined ? text.trim() : `${parts.local}@${parts.domain}`;
  return key.normalize('NFC').toLowerCase();
};

/** The part before the @ in small letters, and the domain as the name system has it. */
export const emailParts = (text: string): { local: string; domain: string } => {
  const key = keyOfEmail(text);
  const at = key.lastIndexOf('@');
  return { local: key.slice(0, Math.max(at, 0)), domain: key.slice(at + 1) };
};

const NO_EMAIL = 'must be an e-mail address';

/** An e-mail address where it is what is asked for; read as it is kept. */
export const email = z
  .string()
  .overwrite((text) => readEmail(text) ?? text)
  .refine((text) => readEmail(text) !== null, faulty('notAnEmail', NO_EMAIL))
  .meta({ format: 'email', maxLength: LIMITS.emailLengthMax });

/**
 * The address of an account of the console. What signs people in takes addresses of ASCII alone, in the
 * form of RFC 5321: an account whose owner could never sign in is not made.
 */
export const accountEmail = z.email(NO_EMAIL).max(LIMITS.emailLengthMax);

const partsOf = (text: string): Parts | undefined => {
  const whole = text.normalize('NFC').trim();
  const at = whole.lastIndexOf('@');
  if (at < 1 || whole.length > LIMITS.emailLengthMax) return undefined;
  const local = unquoted(whole.slice(0, at));
  const written = whole.slice(at + 1);
  if (!LOCAL.test(local)) return undefined;
  const domain = asciiDomain(written);
  if (domain === undefined) return undefined;
  // RFC 5321, section 4.5.3.1.3: octets, as they go over the wire.
  if (octetsOf(`${local}@${domain}`) > LIMITS.emailLengthMax) return undefined;
  return { address: `${local}@${written}`, local, domain };
};

/** `"taro..y"@docomo.ne.jp` is the same mailbox as without quotation marks (RFC 5321, section 4.1.2). */
const unquoted = (local: string): string => /^"([^"\\]+)"$/.exec(local)?.[1] ?? local;

/** The domain as the name system has it (UTS 46, as the URL standard applies it). */
const asciiDomain = (written: string): string | undefined => {
  if (!DOMAIN.test(written)) return undefined;
  const domain = URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : '';
  return domain.length <= DOMAIN_OCTETS_MAX && LABELS.test(domain) ? domain : undefined;
};

const octetsOf = (text: string): number => new TextEncoder().encode(text).byteLength;
