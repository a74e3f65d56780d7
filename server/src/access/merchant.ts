import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { createMiddleware } from 'hono/factory';
import type { Problem } from '@okaeri/shared/errors';
import { idOfSegment } from '@okaeri/shared/paths';
import { ROLES } from '@okaeri/shared/roles';
import { isMutation, isLogged, mayDo, readNeeds, type Actor, type Needs } from './ability-rules.ts';
import { findShop, findShopBySecretKey } from './find-shop.ts';
import { roleIn } from './manage-team.ts';
import { recordAuditEntry, whoChanged } from './audit-log.ts';
import type { SignIn } from './sign-in.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { requireOwnOrigin } from './same-origin.ts';
import type { ShopRow } from './tables.ts';

/** What a merchant's request carries once it is known who asks. */
export interface MerchantEnv {
  Variables: {
    shop: ShopRow;
    actor: Actor;
    /** The line of the log about this request, where it has one. */
    actId?: string;
    /** Why it is done, for that line. */
    actReason?: string;
  };
}

interface Asking {
  readonly shop: ShopRow;
  readonly actor: Actor;
}

/** Names the shop somebody who is signed in works in now. A page of somebody else cannot send it. */
const SHOP_HEADER = 'Okaeri-Shop';

/** Lets in anyone who may do what is asked, and writes down what people do. */
export const merchantOnly = (deps: Deps, signIn: SignIn, needs: Needs) => {
  const abilityFor = readNeeds(needs);
  return createMiddleware<MerchantEnv>(async (c, next) => {
    const { shop, actor } = await identify(deps, signIn, c);
    deps.rates.by(c, 'merchant', shop.id);
    const ability = abilityFor(c.req.method, c.req.path.slice('/v1'.length));
    if (!mayDo(actor, ability))
      throw new ProblemError('notAllowed', `Whoever does this must be able to "${ability}".`);
    c.set('shop', shop);
    c.set('actor', actor);
    const isToBeTold = isMutation(c.req.method, c.req.path) && isLogged(actor, ability, c.req.path);
    const named = isToBeTold ? nameOf(c) : undefined;
    // An id may look like the end of a path that carries data away.
    if (named === undefined || !isMutation(c.req.method, named.operation)) return next();
    const act = await recordAuditEntry(deps, {
      shopId: shop.id,
      userId: actor.kind === 'person' ? actor.userId : null,
      actor: actor.kind === 'person' ? actor.name : actor.label,
      ...named,
    });
    c.set('actId', act.id);
    await next();
    if (c.res.status === 412 && actor.kind === 'person') await tellWho(deps, c, named);
    // The act is done or refused by now, and its answer says so; only its line may stay open.
    await act
      .settle(c.res.status, c.get('actReason') ?? null)
      .catch((error: unknown) =>
        deps.logger.error(
          { error, operation: named.operation },
          'an act has no outcome in the log',
        ),
      );
    return undefined;
  });
};

/** Tells whoever comes second who has changed the same meanwhile. */
async function tellWho(
  deps: Deps,
  c: Context<MerchantEnv>,
  of: { operation: string; subject: string | null },
): Promise<void> {
  const { res } = c;
  const problem = (await res.json()) as Problem;
  const changedBy = await whoChanged(deps, { shopId: c.get('shop').id, ...of });
  c.res = new Response(JSON.stringify({ ...problem, changedBy }), res);
}

/** Who asks. Anyone who cannot say is counted by their address. */
async function identify(deps: Deps, signIn: SignIn, c: Context): Promise<Asking> {
  const header = c.req.header('authorization');
  try {
    return await (header === undefined ? bySession(deps, signIn, c) : byKey(deps, header));
  } catch (error) {
    deps.rates.byAddress(c);
    throw error;
  }
}

/** What an operation is called, and what it is about: the pattern of its path, and what stands in its places. */
function nameOf(c: Context): { operation: string; subject: string | null } | undefined {
  const pattern = matchedRoutes(c).findLast((route) => route.method !== 'ALL')?.path;
  if (pattern === undefined) return undefined;
  const given = c.req.path.split('/');
  const places = pattern.split('/').flatMap((part, i) => (part.startsWith(':') ? [given[i]] : []));
  const subject = places.map((text) => idOfSegment(decodeURIComponent(text ?? ''))).join(' ');
  return { operation: `${c.req.method} ${pattern}`, subject: subject === '' ? null : subject };
}

/** The console's cookie, and `Okaeri-Shop`. What they may do there is asked anew each time. */
const bySession = async (deps: Deps, signIn: SignIn, c: Context): Promise<Asking> => {
  const shopId = c.req.header(SHOP_HEADER);
  if (shopId === undefined || c.req.header('cookie') === undefined)
    throw new ProblemError('missingCredentials', 'Send Authorization: Bearer okr_sk_….');
  requireOwnOrigin(deps, c);
  const session = await signIn.sessionOf(c.req.raw.headers);
  if (session === null) throw new ProblemError('signedOut', 'Sign in to the console again.');
  const { userId, name, email } = session.person;
  const role = await roleIn(deps, { shopId, userId });
  const shop = role && (await findShop(deps, shopId));
  if (!role || !shop) throw new ProblemError('notAllowed', 'You do not work for this shop.');
  return { shop, actor: { kind: 'person', userId, name, email, abilities: ROLES[role] } };
};

/** `Authorization: Bearer okr_sk_…`: the key says which shop it is. */
const byKey = async (deps: Deps, header: string): Promise<Asking> => {
  const text = /^Bearer (okr_sk_[\w-]{1,200})$/.exec(header)?.[1];
  const found = text && (await findShopBySecretKey(deps, text));
  if (!found) throw new ProblemError('invalidKey', 'No shop has this secret key.');
  if (found.shop.closedAt !== null)
    throw new ProblemError('shopClosed', 'Its owner can open it again in the console.');
  const { label, abilities } = found.key;
  return { shop: found.shop, actor: { kind: 'key', label, abilities } };
};
