import { keyedHash, isSameHash } from '../platform/lib/keyed-hash.ts';
import type { Deps } from '../deps.ts';

/** The link of an invitation. What says whose it is stands behind the `#`, which no server logs. */
export const invitationUrl = (deps: Pick<Deps, 'secretKey' | 'publicUrl'>, id: string): string =>
  `${deps.publicUrl}/console/join#${id}.${macOf(deps, id).toString('base64url')}`;

/** The invitation a link's token names, or undefined where it was not made here. */
export const invitationOf = (deps: Pick<Deps, 'secretKey'>, token: string): string | undefined => {
  const [id, mac] = token.split('.');
  if (id === undefined || mac === undefined) return undefined;
  const given = Buffer.from(mac, 'base64url');
  const own = macOf(deps, id);
  return isSameHash(given, own) ? id : undefined;
};

// The link is made from the invitation's id, so it is kept nowhere and can be shown again to anyone who may invite.
function macOf(deps: Pick<Deps, 'secretKey'>, id: string): Buffer {
  return keyedHash(deps.secretKey, `invitation ${id}`);
}
