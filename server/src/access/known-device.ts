import { keyedHash, isSameHash } from '../platform/lib/keyed-hash.ts';
import type { Deps } from '../deps.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { randomToken } from '../platform/lib/ids.ts';
import { digestOf } from './sign-in-lock.ts';
import { AUTH_PATH } from './sign-in.ts';

/** How long a device stays known after somebody last signed in on it. */
const KNOWN_DEVICE_DAYS = 180;
const ID_BYTES = 16;
const NAME_LENGTH = 12;

/**
 * A cookie that says that somebody has signed in on this device with this address before. It opens nothing:
 * wrong passwords on it are counted apart from those of strangers, who can then not keep its owner out
 * (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
 */
export const knownDeviceCookie = (deps: Deps, email: string): string => {
  const isSecure = deps.publicUrl.startsWith('https:');
  const expires = (deps.clock.now() + KNOWN_DEVICE_DAYS * DAY_MS).toString(36);
  const id = randomToken(ID_BYTES);
  const value = `${id}.${expires}.${macOf(deps, `${digestOf(email)} ${id} ${expires}`)}`;
  const seconds = (KNOWN_DEVICE_DAYS * DAY_MS) / 1000;
  const attributes = `Path=${AUTH_PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;
  return `${cookieName(deps, email)}=${value}; ${attributes}${isSecure ? '; Secure' : ''}`;
};

/** Which device this is, where somebody has signed in on it with this address before. */
export const knownDevice = (
  deps: Deps,
  cookies: string | undefined,
  email: string,
): string | undefined => {
  const prefix = `${cookieName(deps, email)}=`;
  const found = cookies?.split(/;\s*/).find((one) => one.startsWith(prefix));
  const [id = '', expires = '', mac = ''] = found?.slice(prefix.length).split('.') ?? [];
  if (!(Number.parseInt(expires, 36) > deps.clock.now())) return undefined;
  const expected = Buffer.from(macOf(deps, `${digestOf(email)} ${id} ${expires}`));
  const given = Buffer.from(mac);
  return isSameHash(given, expected) ? id : undefined;
};

function macOf(deps: Deps, text: string): string {
  return keyedHash(deps.secretKey, `known device ${text}`).toString('base64url');
}

/** Each address has a cookie of its own: two people may share a computer. */
function cookieName(deps: Deps, email: string): string {
  const name = keyedHash(deps.secretKey, `known device name ${digestOf(email)}`).toString('hex');
  return `okaeri.device_${name.slice(0, NAME_LENGTH)}`;
}
