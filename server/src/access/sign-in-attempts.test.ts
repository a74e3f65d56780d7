import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { FAILED_INVITATION_LIMIT, FAILED_SIGN_IN_LIMIT } from '../platform/http/attempt-limit.ts';
import type { Mail } from '../platform/mail/mail-sender.ts';
import type { Store } from '../platform/store/store.ts';
import { addPerson, firstOwner, openBrowser, PASSWORD, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';
import { HASH_LIMITS, inHashTurn } from './hash-turns.ts';
import { RESET_ATTEMPTS, SIGN_IN_ATTEMPTS } from './lock-rules.ts';
import { SCRYPT_PASSWORDS } from './passwords.ts';
import { beginAttempt, digestOf } from './sign-in-lock.ts';

const [SQLITE] = ENGINES;
const { attemptsMax } = SIGN_IN_ATTEMPTS;

const signIn = (browser: Browser, email: string, password = PASSWORD): Promise<Response> =>
  browser.send('POST', '/console/auth/sign-in/email', { email, password });

/** A server on which hashing takes as long as it does: what is sent at once waits in its queue. */
const openSlowWorld = (store: Store): Promise<World> =>
  openWorld(store, undefined, null, { passwords: SCRYPT_PASSWORDS });

const countOf = (answers: readonly Response[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

describe.each(ENGINES)('attempts to sign in on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  const join = async (email: string): Promise<Browser> =>
    (await addPerson(owner, world, { email, role: 'readOnly' })).browser;
  /** Strangers, who come from elsewhere. */
  const burst = async (email: string, count: number): Promise<Response[]> => {
    const elsewhere = openBrowser(await openSlowWorld(test.store));
    return Promise.all(
      Array.from({ length: count }, () => signIn(elsewhere, email, 'wrong wrong wrong')),
    );
  };

  it('tries ten of eighty wrong passwords sent at once, and refuses the others', async () => {
    await join('burst@shop.example');
    const answers = await burst('burst@shop.example', 80);
    expect(countOf(answers, 401)).toBeLessThanOrEqual(attemptsMax);
    expect(countOf(answers, 401) + countOf(answers, 429) + countOf(answers, 503)).toBe(80);
    expect(countOf(answers, 429)).toBeGreaterThanOrEqual(80 - attemptsMax);
  });
});

describe('attempts to sign in', () => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  const join = async (email: string): Promise<Browser> =>
    (await addPerson(owner, world, { email, role: 'readOnly' })).browser;
  /** As if strangers had tried too often. */
  const lock = async (email: string): Promise<void> => {
    for (let i = 0; i < attemptsMax; i += 1)
      await beginAttempt(world.deps, digestOf(email), 'signIn');
  };

  it('refuses at once, and does not count, what would wait too long for its turn', async () => {
    const elsewhere = openBrowser(await openSlowWorld(test.store));
    const sent = HASH_LIMITS.atOnce + HASH_LIMITS.waitingMax + 5;
    const emails = Array.from({ length: sent }, (_, i) => `queue-${i}@shop.example`);
    const answers = await Promise.all(emails.map((email) => signIn(elsewhere, email)));
    const busy = emails.filter((_, i) => answers[i]?.status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('1');
    const [refused = ''] = busy;
    for (let i = 1; i <= attemptsMax; i += 1)
      expect(await beginAttempt(world.deps, digestOf(refused), 'signIn')).toBe(0);
    expect(await beginAttempt(world.deps, digestOf(refused), 'signIn')).toBeGreaterThan(0);
  });

  it('lets in a device that has signed in before, whatever strangers try meanwhile', async () => {
    const known = await join('known@shop.example');
    await signIn(known, 'known@shop.example');
    await known.send('POST', '/console/auth/sign-out', {});
    await lock('known@shop.example');
    expect((await signIn(openBrowser(world), 'known@shop.example')).status).toBe(429);
    expect((await signIn(known, 'Known@shop.example')).status).toBe(200);
  });

  it('counts wrong passwords on a known device too, and those of one account alone', async () => {
    const known = await join('device@shop.example');
    await signIn(known, 'device@shop.example');
    for (let i = 1; i <= attemptsMax; i += 1)
      expect((await signIn(known, 'device@shop.example', 'wrong wrong')).status).toBe(401);
    expect((await signIn(known, 'device@shop.example')).status).toBe(429);
    expect((await signIn(openBrowser(world), 'device@shop.example')).status).toBe(200);
  });

  it('goes on asking for passkeys while strangers keep an address locked, and counts none', async () => {
    await join('passkey@shop.example');
    await lock('passkey@shop.example');
    const elsewhere = openBrowser(await openWorld(test.store));
    expect((await signIn(elsewhere, 'passkey@shop.example')).status).toBe(429);
    for (let i = 0; i <= FAILED_SIGN_IN_LIMIT.points; i += 1) {
      const asked = await elsewhere.send(
        'GET',
        '/console/auth/passkey/generate-authenticate-options',
      );
      expect(asked.status).toBe(200);
      const response = { id: 'none', rawId: 'none', type: 'public-key', response: {} };
      const tried = await elsewhere.send('POST', '/console/auth/passkey/verify-authentication', {
        response,
      });
      // Refused for what it is, and not for how often it was tried.
      expect([400, 401]).toContain(tried.status);
    }
  });

  it('takes a device for known only with a cookie of this server for this address, in force', async () => {
    const known = await join('cookie@shop.example');
    await join('other@shop.example');
    await signIn(known, 'cookie@shop.example');
    const [name = '', value = ''] =
      [...known.cookies].find(([cookie]) => cookie.startsWith('okaeri.device_')) ?? [];
    expect(value).not.toBe('');
    await lock('cookie@shop.example');
    await lock('other@shop.example');
    const [id = '', expires = '', mac = ''] = value.split('.');
    for (const forged of [`x.${expires}.${mac}`, `${id}.zzzzzzzzz.${mac}`, `${id}.${expires}.`]) {
      const browser = openBrowser(world);
      browser.cookies.set(name, forged);
      expect((await signIn(browser, 'cookie@shop.example')).status).toBe(429);
    }
    const browser = openBrowser(world);
    browser.cookies.set(name, value);
    expect((await signIn(browser, 'other@shop.example')).status).toBe(429);
    expect((await signIn(browser, 'cookie@shop.example')).status).toBe(200);
  });

  it('refuses invitations that are none once too many were tried, and not those that are', async () => {
    const other = await openWorld(test.store);
    const guess = (): Promise<Response> =>
      openBrowser(other).send('POST', '/v1/account/invitation', { token: 'a guess' });
    const answers = await Promise.all(
      Array.from({ length: FAILED_INVITATION_LIMIT.points + 5 }, guess),
    );
    expect(countOf(answers, 404)).toBe(FAILED_INVITATION_LIMIT.points);
    expect(countOf(answers, 429)).toBe(5);
  });
});

describe.each(ENGINES)('links to a new password on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const sent: Mail[] = [];
  let send: (mail: Mail) => Promise<void>;
  beforeAll(async () => {
    test = await openTestStore();
    const mail = {
      from: 'shop@shop.example',
      send: (one: Mail) => send(one),
      close: () => undefined,
    };
    world = await openWorld(test.store, undefined, mail);
    await firstOwner(world);
  });
  afterAll(() => test.dispose());

  const ask = (email: string): Promise<Response> =>
    openBrowser(world).send('POST', '/console/auth/request-password-reset', { email });

  it('are answered alike, before any mail has left, whether the address is known or not', async () => {
    let release = (): void => undefined;
    send = (mail) => {
      sent.push(mail);
      return new Promise((resolve) => {
        release = resolve;
      });
    };
    const known = await ask('owner@shop.example');
    const unknown = await ask('nobody@shop.example');
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()]);
    await expect.poll(() => sent.length).toBe(1);
    release();
    await world.deps.background.settled();
    expect(sent.map(({ to }) => to)).toEqual(['owner@shop.example']);
  });

  it('are sent three times an hour to one address, and no more, with the same answer', async () => {
    send = async (mail) => {
      sent.push(mail);
    };
    sent.length = 0;
    world.clock.at += RESET_ATTEMPTS.lockMs + RESET_ATTEMPTS.windowMs;
    const statuses: number[] = [];
    for (let i = 0; i < RESET_ATTEMPTS.attemptsMax + 3; i += 1)
      statuses.push((await ask('Owner@shop.example')).status);
    await world.deps.background.settled();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(sent).toHaveLength(RESET_ATTEMPTS.attemptsMax);
  });

  it('are said to be on no way where no mail server is set up, to everybody alike', async () => {
    const silent = createApp({ ...world.deps, mail: null });
    const browser = openBrowser({
      ...world,
      request: async (path, init) => silent.request(path, init),
    });
    const asked = async (email: string): Promise<unknown> => {
      const answer = await browser.send('POST', '/console/auth/request-password-reset', { email });
      return [answer.status, await answer.json()];
    };
    const none = [200, { status: true, mail: false }];
    expect(await asked('owner@shop.example')).toEqual(none);
    expect(await asked('nobody@shop.example')).toEqual(none);
    const some = await (await ask('nobody@shop.example')).json();
    expect(some).toEqual({ status: true, mail: true });
    await world.deps.background.settled();
  });

  it('need an address', async () => {
    const answer = await openBrowser(world).send(
      'POST',
      '/console/auth/request-password-reset',
      {},
    );
    expect(answer.status).toBe(400);
  });
});

describe('hashing passwords', () => {
  it('leaves the threads to files: a file is read while the first of many is hashed', async () => {
    let hashed = 0;
    const hashing = Array.from({ length: 8 }, () =>
      inHashTurn(async () => {
        await SCRYPT_PASSWORDS.hash(PASSWORD);
        hashed += 1;
      }),
    );
    await readFile(import.meta.filename);
    expect(hashed).toBeLessThanOrEqual(1);
    await Promise.all(hashing);
    expect(hashed).toBe(8);
  });
});
