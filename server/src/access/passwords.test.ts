import { scryptSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, tokenOf } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openShop } from '../testing/process-shop.ts';
import { TEST_URL } from '../testing/test-media.ts';
import { rows } from '../platform/store/statement.ts';
import { firstPersonUrl, joinAnew } from './join-team.ts';
import { AUTH_PATH, createSignIn } from './sign-in.ts';

const selectPasswords = rows<Record<string, never>>()('selectPasswordsOfTest', (db, t) =>
  db.select({ password: t.credentials.password }).from(t.credentials),
);

/** What guessing costs: 32 MB and a tenth of a second for each password tried. */
const COST = { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 };

// Other tests keep them by less (`testing/quick-passwords.ts`).
describe.each(ENGINES)('passwords of people on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  it('are kept by scrypt at its full cost, and let in with that password alone', async () => {
    const { deps } = await openShop(test.store, 50);
    const token = tokenOf((await firstPersonUrl(deps)) ?? '');
    const email = 'owner@shop.example';
    await joinAnew(deps, { token, name: 'Owner', email, password: PASSWORD });

    const [kept] = await test.store.read((tx) => tx.run(selectPasswords, {}));
    const [salt = '', key] = kept?.password?.split(':') ?? [];
    expect(salt).toHaveLength(32);
    expect(key).toBe(scryptSync(PASSWORD, salt, 64, COST).toString('hex'));

    const signIn = createSignIn(deps);
    const statusWith = async (password: string): Promise<number> => {
      const headers = { origin: new URL(TEST_URL).origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ email, password });
      const url = `${TEST_URL}${AUTH_PATH}/sign-in/email`;
      return (await signIn.handle(new Request(url, { method: 'POST', headers, body }))).status;
    };
    expect(await statusWith(PASSWORD)).toBe(200);
    expect(await statusWith(`${PASSWORD}.`)).toBe(401);
  });
});
