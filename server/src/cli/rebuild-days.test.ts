import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { behind } from '../testing/behind.ts';
import { ENGINES } from '../testing/engines.ts';
import { anOrder } from '../testing/order-states.ts';
import { openWorld, testProgram } from '../testing/world.ts';

const CLI = join(import.meta.dirname, '../cli.ts');

it('okaeri insights rebuild --check and verify fail where a purchase day is wrong, and rebuild puts it right', async () => {
  const test = await ENGINES[0].openTestStore();
  const world = await openWorld(test.store, testProgram());
  await world.merchant('PUT', '/v1/orders/1', anOrder());
  const okaeri = (...parameters: string[]) =>
    spawnSync(process.execPath, [CLI, ...parameters, '--shop', world.keys.shopId, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: test.url },
    });
  const said = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Record<string, unknown>;
  const counted = okaeri('insights', 'rebuild');
  expect(said(counted)).toEqual({
    shoppers: 1,
    orders: 1,
    different: 0,
    repaired: true,
    differences: [],
  });
  await behind(test.url, 'update purchase_days set value_minor = value_minor + 1');
  const checked = okaeri('insights', 'rebuild', '--check');
  const verified = okaeri('verify');
  const differences = said(checked)['differences'];
  expect([checked.status, verified.status]).toEqual([1, 1]);
  expect(differences).toMatchObject([{ expected: '1 orders, 10000, 0 free, 0 without a rate' }]);
  expect(said(verified)).toMatchObject({ differences });
  const repaired = okaeri('insights', 'rebuild');
  expect([repaired.status, said(repaired)['different']]).toEqual([0, 1]);
  expect(okaeri('verify').status).toBe(0);
  await test.dispose();
}, 120_000);
