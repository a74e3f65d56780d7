import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { shopInput } from '@okaeri/shared/access';
import { invitationToken, joinInput } from '@okaeri/shared/team';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { requireOwnOrigin } from '../http/same-origin.ts';
import { answer, jsonBody, refuse } from '../http/typed.ts';
import { createShop } from './create-shop.ts';
import { joinAnew, joinAs, viewInvitation } from './join-team.ts';
import { readAccount } from './manage-team.ts';
import { AUTH_PATH, type Person, type SignIn } from './sign-in.ts';

/** What a request of somebody who is signed in carries. */
interface PersonEnv {
  Variables: { person: Person };
}

const personOnly = (signIn: SignIn) =>
  createMiddleware<PersonEnv>(async (c, next) => {
    const session = await signIn.sessionOf(c.req.raw.headers);
    if (session === null) throw new ProblemError('signedOut', 'Sign in to the console.');
    c.set('person', session.person);
    await next();
    // A session in use is renewed, by the page that asks who is signed in.
    for (const cookie of session.cookies) c.res.headers.append('Set-Cookie', cookie);
  });

/** `/v1/account`: who is signed in, the shops they work for, and how one comes in. */
export const accountRoutes = (deps: Deps, signIn: SignIn) => {
  const me = personOnly(signIn);
  const guard = createMiddleware(async (c, next) => {
    requireOwnOrigin(deps, c);
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });

  /** The cookies of a sign-in, asked of the one place that makes them. */
  const signInAnew = async (email: string, password: string): Promise<readonly string[]> => {
    const response = await signIn.handle(
      new Request(`${deps.publicUrl}${AUTH_PATH}/sign-in/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: new URL(deps.publicUrl).origin },
        body: JSON.stringify({ email, password }),
      }),
    );
    return response.headers.getSetCookie();
  };

  return new Hono<PersonEnv>()
    .use(guard)
    .get('/', me, async (c) => answer(c, await readAccount(deps, c.get('person'))))
    .post('/invitation', jsonBody(invitationToken), async (c) => {
      const viewed = await viewInvitation(deps, c.req.valid('json').token);
      return 'refused' in viewed ? refuse(c, viewed.refused) : answer(c, viewed.ok);
    })
    .post('/join', jsonBody(joinInput), async (c) => {
      const input = c.req.valid('json');
      const joined = await joinAnew(deps, input);
      if ('refused' in joined) return refuse(c, joined.refused);
      const response = answer(c, joined.ok, { status: 201 });
      for (const cookie of await signInAnew(joined.ok.email, input.password))
        response.headers.append('Set-Cookie', cookie);
      return response;
    })
    .post('/join-as', me, jsonBody(invitationToken), async (c) => {
      const { token } = c.req.valid('json');
      const joined = await joinAs(deps, { token, person: c.get('person') });
      return 'refused' in joined ? refuse(c, joined.refused) : answer(c, joined.ok);
    })
    .post('/shops', me, jsonBody(shopInput), async (c) => {
      if (!c.get('person').operator)
        throw new ProblemError('notAllowed', 'Whoever runs this server opens shops on it.');
      return answer(c, await createShop(deps, c.req.valid('json')), { status: 201 });
    });
};
