import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import {
  accountOf,
  addPerson,
  firstOwner,
  openBrowser,
  PASSWORD,
  tokenOf,
  type Browser,
} from '../testing/console.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';
import { makePasswordLink } from './password-link.ts';
import { firstPersonUrl } from './join-team.ts';
import { SIGN_IN_ATTEMPTS } from './lock-rules.ts';

const { attemptsMax: FAILURES_MAX, lockMs: LOCK_MS } = SIGN_IN_ATTEMPTS;

// The prefix makes browsers refuse it over anything but TLS, and TEST_URL is https.
const SESSION = '__Secure-okaeri.session_token';

const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { code: string }).code;

const signInAs = (browser: Browser, email: string, password = PASSWORD): Promise<Response> =>
  browser.send('POST', '/console/auth/sign-in/email', { email, password });

describe.each(ENGINES)('signing in to the console on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  let link: string;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    link = (await firstPersonUrl(world.deps)) ?? '';
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  it('lets the first person in by the link, once, as the owner of every shop', async () => {
    expect(await accountOf(owner)).toMatchObject({
      email: 'owner@shop.example',
      operator: true,
      shops: [{ id: world.keys.shopId, role: 'owner' }],
    });
    expect(await firstPersonUrl(world.deps)).toBeNull();
    const again = {
      token: tokenOf(link),
      name: 'Eve',
      email: 'eve@evil.example',
      password: PASSWORD,
    };
    const answer = await openBrowser(world).send('POST', '/v1/account/join', again);
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'invitationOver']);
  });

  it('keeps the session in a cookie no script can read and no other site sends along', async () => {
    const browser = openBrowser(world);
    const answer = await signInAs(browser, 'OWNER@shop.example');
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-okaeri\.session_token=/);
    expect(cookie).toMatch(/HttpOnly; Secure/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await accountOf(browser)).toMatchObject({ email: 'owner@shop.example' });
  });

  it('says the same of a wrong password and of an address nobody has', async () => {
    const wrong = await signInAs(openBrowser(world), 'owner@shop.example', 'not the password');
    const nobody = await signInAs(openBrowser(world), 'nobody@shop.example', 'not the password');
    expect(wrong.status).toBe(401);
    expect(nobody.status).toBe(401);
    expect(await wrong.json()).toEqual(await nobody.json());
  });

  it('takes passwords of 12 to 128 characters, and no others', async () => {
    for (const [length, status] of [
      [11, 400],
      [12, 201],
      [128, 201],
      [129, 400],
    ] as const) {
      const email = `length${length}@shop.example`;
      const invited = await owner.send('POST', '/v1/team/invitations', { email, role: 'readOnly' });
      const { url } = (await invited.json()) as { url: string };
      const person = { token: tokenOf(url), name: 'L', email, password: 'p'.repeat(length) };
      const answer = await openBrowser(world).send('POST', '/v1/account/join', person);
      expect([length, answer.status]).toEqual([length, status]);
    }
  });

  it('has no signing up, and nothing of its library but what is used', async () => {
    const sent = { email: 'new@shop.example', password: PASSWORD, name: 'New' };
    for (const path of ['/sign-up/email', '/sign-in/social', '/change-email', '/delete-user'])
      expect((await openBrowser(world).send('POST', `/console/auth${path}`, sent)).status).toBe(
        404,
      );
  });

  it('lets nobody make themselves the operator of the server, or more than they are', async () => {
    const { browser } = await addPerson(owner, world, {
      email: 'ambitious@shop.example',
      role: 'readOnly',
    });
    await browser.send('POST', '/console/auth/update-user', { name: 'A', operator: true });
    await browser.send('POST', '/console/auth/update-user', { operator: true });
    const account = await accountOf(browser);
    expect(account).toMatchObject({ operator: false, shops: [{ role: 'readOnly' }] });
    const opened = await browser.send('POST', '/v1/account/shops', { name: 'Mine' });
    expect([opened.status, await codeOf(opened)]).toEqual([403, 'notAllowed']);
  });

  it('makes a session of its own at each sign-in, whatever cookie came along', async () => {
    const planted = openBrowser(world);
    planted.cookies.set(SESSION, 'planted.signature');
    expect(await accountOf(planted)).toBeUndefined();
    await signInAs(planted, 'owner@shop.example');
    const first = planted.cookies.get(SESSION);
    expect(first).not.toContain('planted');
    await signInAs(planted, 'owner@shop.example');
    expect(planted.cookies.get(SESSION)).not.toBe(first);
  });

  it('believes no cookie it has not signed', async () => {
    const token = decodeURIComponent(owner.cookies.get(SESSION) ?? '');
    const [value = '', signature = ''] = token.split('.');
    const forged = [
      value,
      `${value}.`,
      `${value}.${signature.slice(0, -2)}AA`,
      // A letter that was not there.
      `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}.${signature}`,
      `.${signature}`,
    ];
    for (const text of forged) {
      const browser = openBrowser(world);
      browser.cookies.set(SESSION, encodeURIComponent(text));
      expect(await accountOf(browser)).toBeUndefined();
      expect((await browser.send('GET', '/v1/team')).status).toBe(401);
    }
  });

  it('refuses what the page of somebody else makes a browser send', async () => {
    const change = { name: 'Stolen' };
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${new URL(world.deps.publicUrl).origin}.evil.example` },
    ]) {
      const answer = await owner.send('PATCH', '/v1/shop', change, headers);
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'originNotAllowed']);
      const signIn = await owner.send('POST', '/console/auth/sign-out', {}, headers);
      expect(signIn.status).toBe(403);
    }
    const cookie = [...owner.cookies].map(([name, text]) => `${name}=${text}`).join('; ');
    // A form of another page: the browser adds the cookie, and nothing of ours.
    const bare = await world.request('/v1/shop', {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'text/plain' },
      body: JSON.stringify(change),
    });
    expect([bare.status, await codeOf(bare)]).toEqual([401, 'missingCredentials']);
    const without = await world.request('/v1/shop', {
      method: 'PATCH',
      headers: { cookie, 'okaeri-shop': world.keys.shopId },
      body: JSON.stringify(change),
    });
    expect([without.status, await codeOf(without)]).toEqual([403, 'originNotAllowed']);
    expect((await world.shop()).name).toBe('Test');
    expect(await accountOf(owner)).toBeDefined();
  });

  it('locks an address after failures, at the edge, known or not, and opens it again', async () => {
    const { browser } = await addPerson(owner, world, {
      email: 'locked@shop.example',
      role: 'readOnly',
    });
    for (const email of ['locked@shop.example', 'ghost@shop.example']) {
      for (let i = 1; i <= FAILURES_MAX; i += 1)
        expect((await signInAs(browser, email, 'wrong wrong wrong')).status).toBe(401);
      const refused = await signInAs(browser, email);
      expect([refused.status, await codeOf(refused)]).toEqual([429, 'tooManyRequests']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(LOCK_MS / 1000 - 60);
    }
    world.clock.at += LOCK_MS;
    expect((await signInAs(browser, 'locked@shop.example')).status).toBe(200);
  });

  it('forgets failures once somebody signs in', async () => {
    const browser = openBrowser(world);
    for (let round = 0; round < 2; round += 1) {
      for (let i = 1; i < FAILURES_MAX; i += 1) await signInAs(browser, 'owner@shop.example', 'x');
      expect((await signInAs(browser, 'owner@shop.example')).status).toBe(200);
    }
  });

  it('ends a session at once when somebody signs out, changes the password, or is removed', async () => {
    const { browser, userId } = await addPerson(owner, world, {
      email: 'leaving@shop.example',
      role: 'manager',
    });
    const other = openBrowser(world);
    await signInAs(other, 'leaving@shop.example');
    const kept = new Map(other.cookies);
    await other.send('POST', '/console/auth/sign-out', {});
    for (const [name, value] of kept) other.cookies.set(name, value);
    expect((await other.send('GET', '/v1/program')).status).toBe(401);
    await signInAs(other, 'leaving@shop.example');
    const changed = await browser.send('POST', '/console/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: `${PASSWORD} indeed`,
      revokeOtherSessions: true,
    });
    expect(changed.status).toBe(200);
    expect((await other.send('GET', '/v1/program')).status).toBe(401);
    expect((await browser.send('GET', '/v1/program')).status).toBe(200);
    expect((await owner.send('DELETE', `/v1/team/${userId}`)).status).toBe(204);
    expect((await browser.send('GET', '/v1/program')).status).toBe(401);
    expect(await accountOf(browser)).toBeUndefined();
  });

  it('gives a new password by a link, once, and ends the sessions of before', async () => {
    const { browser } = await addPerson(owner, world, {
      email: 'forgetful@shop.example',
      role: 'readOnly',
    });
    // Whether a link is over, better-auth asks the real clock.
    world.clock.at = Date.now();
    expect(await makePasswordLink(world.deps, 'nobody@shop.example')).toBeUndefined();
    const url = await makePasswordLink(world.deps, 'Forgetful@shop.example');
    const sent = { newPassword: 'something else entirely', token: tokenOf(url ?? '') };
    const fresh = openBrowser(world);
    const reset = await fresh.send('POST', '/console/auth/reset-password', sent);
    expect(reset.status).toBe(200);
    expect(await accountOf(browser)).toBeUndefined();
    expect((await fresh.send('POST', '/console/auth/reset-password', sent)).status).toBe(400);
    expect((await signInAs(fresh, 'forgetful@shop.example')).status).toBe(401);
    const again = await signInAs(fresh, 'forgetful@shop.example', 'something else entirely');
    expect(again.status).toBe(200);
  });

  it('never logs a password', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, next) {
        lines.push(chunk.toString());
        next();
      },
    });
    const logged = await openWorld(test.store, undefined, null, {
      logger: pino({ level: 'trace' }, stream),
    });
    const browser = openBrowser(logged);
    await signInAs(browser, 'owner@shop.example', 'the-secret-of-owner');
    await browser.send('POST', '/v1/account/join', {
      token: 'x',
      password: 'the-secret-of-nobody',
    });
    await browser.send('POST', '/console/auth/reset-password', {
      newPassword: 'the-secret-that-is-new',
      token: 'x',
    });
    logged.deps.logger.warn('the log is read');
    expect(lines.join('')).toContain('the log is read');
    expect(lines.join('')).not.toContain('the-secret');
  });
});
