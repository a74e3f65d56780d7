import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAILED_SIGN_IN_LIMIT } from '../platform/http/attempt-limit.ts';
import { addPerson, firstOwner, openBrowser, PASSWORD, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';

/** Codes that may be tried in one sign-in, by better-auth. */
const CODES_MAX = 5;
const VERIFY = '/console/auth/two-factor/verify-totp';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a secret now (RFC 6238). */
const codeOf = (uri: string): string => {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = Array.from(secret, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
};

describe.each(ENGINES)('the second factor on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  /** Somebody with a second factor, who has given their password and stands before it. */
  const standBefore = async (email: string): Promise<{ browser: Browser; uri: string }> => {
    const { browser } = await addPerson(owner, world, { email, role: 'readOnly' });
    await browser.send('POST', '/console/auth/sign-in/email', { email, password: PASSWORD });
    const enabled = await browser.send('POST', '/console/auth/two-factor/enable', {
      password: PASSWORD,
    });
    const { totpURI: uri } = (await enabled.json()) as { totpURI: string };
    expect((await browser.send('POST', VERIFY, { code: codeOf(uri) })).status).toBe(200);
    await browser.send('POST', '/console/auth/sign-out', {});
    await browser.send('POST', '/console/auth/sign-in/email', { email, password: PASSWORD });
    return { browser, uri };
  };

  it('tries at most five of eighty codes sent at once', async () => {
    const { browser } = await standBefore('codes@shop.example');
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => browser.send('POST', VERIFY, { code: '000000' })),
    );
    const tried = await Promise.all(answers.map((answer) => answer.text()));
    expect(tried.filter((text) => text.includes('INVALID_CODE')).length).toBeLessThanOrEqual(
      CODES_MAX,
    );
  });

  it('lets somebody in although strangers tried codes from the same address', async () => {
    const { browser, uri } = await standBefore('same-address@shop.example');
    const stranger = openBrowser(world);
    stranger.cookies.set('okaeri.two_factor', 'made-up');
    for (let i = 0; i < FAILED_SIGN_IN_LIMIT.points + 1; i += 1)
      expect((await stranger.send('POST', VERIFY, { code: '000000' })).status).not.toBe(200);
    expect((await browser.send('POST', VERIFY, { code: codeOf(uri) })).status).toBe(200);
  });
});
