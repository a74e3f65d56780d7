import type { Role } from '@okaeri/shared/roles';
import type { Account, Invitation } from '@okaeri/shared/team';
import { firstPersonUrl } from '../access/join-team.ts';
import { TEST_URL } from './test-media.ts';
import type { World } from './world.ts';

/** A password nobody else has. */
export const PASSWORD = 'a long and quiet evening';

const ORIGIN = new URL(TEST_URL).origin;

/** A browser that keeps the console's cookies. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** A request as the console's own page sends it. */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** Opens a browser on a world. `shopId` is the shop its pages work in. */
export const openBrowser = (world: World, shopId: string = world.keys.shopId): Browser => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(method, path, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await world.request(`${TEST_URL}${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          'content-type': 'application/json',
          'okaeri-shop': shopId,
          ...(cookie === '' ? {} : { cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    },
  };
};

/** What stands behind the `#` of a link. */
export const tokenOf = (url: string): string => new URL(url).hash.slice(1);

/** The first person of a server, who owns every shop of it. */
export const firstOwner = async (world: World, email = 'owner@shop.example'): Promise<Browser> => {
  const url = await firstPersonUrl(world.deps);
  if (url === null) throw new Error('Somebody came before.');
  const browser = openBrowser(world);
  await join(browser, url, email);
  return browser;
};

/** Somebody the owner invites. */
export const addPerson = async (
  owner: Browser,
  world: World,
  of: { email: string; role: Role },
): Promise<{ browser: Browser; userId: string }> => {
  const answer = await owner.send('POST', '/v1/team/invitations', of);
  const { url } = (await answer.json()) as Invitation;
  const browser = openBrowser(world);
  await join(browser, url, of.email);
  const team = (await (await owner.send('GET', '/v1/team')).json()) as {
    items: { userId: string; email: string }[];
  };
  const userId = team.items.find((member) => member.email === of.email.toLowerCase())?.userId;
  if (userId === undefined) throw new Error(`${of.email} is not in the team.`);
  return { browser, userId };
};

/** Who a browser is signed in as; undefined where nobody is. */
export const accountOf = async (browser: Browser): Promise<Account | undefined> => {
  const answer = await browser.send('GET', '/v1/account');
  return answer.ok ? ((await answer.json()) as Account) : undefined;
};

async function join(browser: Browser, url: string, email: string): Promise<void> {
  const person = { token: tokenOf(url), name: email.split('@')[0], email, password: PASSWORD };
  const answer = await browser.send('POST', '/v1/account/join', person);
  if (answer.status !== 201) throw new Error(`Joining gave ${answer.status}`);
}
