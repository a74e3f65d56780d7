import type { Outcome } from '../../platform/lib/outcome.ts';
import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { shopInput } from '@okaeri/shared/access';
import { invitationToken, joinInput, type JoinInput } from '@okaeri/shared/team';
import type { Deps } from '../../deps.ts';
import { createAttemptLimit, FAILED_INVITATION_LIMIT } from '../../platform/http/attempt-limit.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { requireOwnOrigin } from '../../access/same-origin.ts';
import { answer, jsonBody, refuse } from '../../platform/http/typed.ts';
import { createShop } from './create-shop.ts';
import { inHashTurn } from '../../access/hash-turns.ts';
import { knownDeviceCookie } from '../../access/known-device.ts';
import { hasPeople, joinAnew, joinAs, viewInvitation } from '../../access/join-team.ts';
import { readAccount } from '../../access/manage-team.ts';
import { AUTH_PATH, type Person, type SignIn } from '../../access/sign-in.ts';

/** What a request of somebody who is signed in carries. */
interface PersonEnv {
  Variables: { person: Person };
}

/** `/v1/account`: who is signed in, the shops they work for, and how one comes in. */
export const accountRoutes = (deps: Deps, signIn: SignIn) => {
  const me = personOnly(signIn);
  const attempts = createAttemptLimit(deps, FAILED_INVITATION_LIMIT);
  const guard = createMiddleware(async (c, next) => {
    requireOwnOrigin(deps, c);
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });

  /** The cookies of a sign-in, asked of the one place that makes them. */
  const signInAnew = async (email: string, password: string): Promise<readonly string[]> => {
    const request = new Request(`${deps.publicUrl}${AUTH_PATH}/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: new URL(deps.publicUrl).origin },
      body: JSON.stringify({ email, password }),
    });
    return (await signIn.handle(request)).headers.getSetCookie();
  };

  const join = async (
    input: JoinInput,
  ): Promise<Outcome<{ email: string; cookies: readonly string[] }>> => {
    const joined = await joinAnew(deps, input);
    if ('refused' in joined) return joined;
    const { email } = joined.ok;
    const cookies = await signInAnew(email, input.password);
    return { ok: { email, cookies: [...cookies, knownDeviceCookie(deps, email)] } };
  };

  /** An invitation that is none may be a guess: it counts before it is looked at. */
  const counted = async <T>(c: Context, act: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    await attempts.begin(c, 'invitation');
    const outcome = await act();
    const isGuess = 'refused' in outcome && outcome.refused.code === 'invitationOver';
    if (!isGuess) await attempts.giveBack(c, 'invitation');
    return outcome;
  };

  return new Hono<PersonEnv>()
    .use(guard)
    .get('/', me, async (c) => answer(c, await readAccount(deps, c.get('person'))))
    .get('/start', async (c) => answer(c, { hasPeople: await hasPeople(deps) }))
    .post('/invitation', jsonBody(invitationToken), async (c) => {
      const viewed = await counted(c, () => viewInvitation(deps, c.req.valid('json').token));
      return 'refused' in viewed ? refuse(c, viewed.refused) : answer(c, viewed.ok);
    })
    .post('/join', jsonBody(joinInput), async (c) => {
      const input = c.req.valid('json');
      // Both hash the password, in one turn: anyone who has joined is signed in.
      const joined = await counted(c, () => inHashTurn(() => join(input)));
      if ('refused' in joined) return refuse(c, joined.refused);
      const { email, cookies } = joined.ok;
      const response = answer(c, { email }, { status: 201 });
      for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
      return response;
    })
    .post('/join-as', me, jsonBody(invitationToken), async (c) => {
      const { token } = c.req.valid('json');
      const joined = await counted(c, () => joinAs(deps, { token, person: c.get('person') }));
      return 'refused' in joined ? refuse(c, joined.refused) : answer(c, joined.ok);
    })
    .post('/shops', me, jsonBody(shopInput), async (c) => {
      if (!c.get('person').operator)
        throw new ProblemError('notAllowed', 'Whoever runs this server opens shops on it.');
      return answer(c, await createShop(deps, c.req.valid('json')), { status: 201 });
    });
};

function personOnly(signIn: SignIn) {
  return createMiddleware<PersonEnv>(async (c, next) => {
    const session = await signIn.sessionOf(c.req.raw.headers);
    if (session === null) throw new ProblemError('signedOut', 'Sign in to the console.');
    c.set('person', session.person);
    await next();
    // A session in use is renewed, by the page that asks who is signed in.
    for (const cookie of session.cookies) c.res.headers.append('Set-Cookie', cookie);
  });
}
