import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePhp } from '../../../../../tooling/ensure-php.ts';
import { plainProgram } from '../../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { openWorld, type World } from '../../../testing/world.ts';

const FOLDER = join(import.meta.dirname, '../../../../../integrations/woocommerce');

describe('a token of the WordPress plugin', () => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    ensurePhp();
    test = await ENGINES[0].openTestStore();
    world = await openWorld(test.store, plainProgram());
    // PHP signs with the time of this machine.
    world.clock.at = Date.now();
  }, 300_000);
  afterAll(() => test.dispose());

  const tokenOf = (user: object, secret = world.keys.identitySecret): string => {
    const options = {
      host: 'https://loyalty.example',
      public_key: world.keys.publicKey,
      identity_secret: secret,
    };
    const given = JSON.stringify({ options, user, run: [['wp_ajax_okaeri_token']] });
    const said = execFileSync('php', ['wordpress-stubs.php', given], { cwd: FOLDER });
    return (JSON.parse(said.toString()) as { token: string }).token;
  };

  it('is good for the customer it names, in any script', async () => {
    const user = { ID: 42, user_email: 'mika@example.com', display_name: '三日月 "Mika" <b>/ü' };
    const answer = await world.storefront('GET', '/me', { token: tokenOf(user) });
    expect(await answer.json()).toMatchObject({
      shopper: { id: '42', name: '三日月 "Mika" <b>/ü', locale: 'ja' },
    });
  });

  it('is good for nothing where another secret has signed it', async () => {
    const token = tokenOf({ ID: 42, user_email: '', display_name: '' }, 'okr_is_another');
    expect((await world.storefront('GET', '/me', { token })).status).toBe(401);
  });
});
