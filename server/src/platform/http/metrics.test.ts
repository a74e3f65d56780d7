import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameMetrics } from '../../main/metrics.ts';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { serveWorld } from '../../testing/serve-app.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what is counted of a server, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    nameMetrics(world.deps);
  });
  afterAll(() => test.dispose());

  const text = async (): Promise<string> => (await world.request('/metrics')).text();

  it('are requests by the pattern of their path, and nobody’s name', async () => {
    await world.merchant('PUT', '/v1/shoppers/ada-lovelace', { name: 'Ada' });
    await world.merchant('GET', '/v1/shoppers/nobody-at-all');
    await world.request('/no/such/page');
    const said = await text();
    expect(said).toContain(
      'okaeri_request_seconds_count{route="/v1/shoppers/:shopperId",method="PUT",status="201"} 1',
    );
    expect(said).toContain('route="/v1/shoppers/:shopperId",method="GET",status="404"} 1');
    expect(said).not.toContain('lovelace');
    expect(said).not.toContain('/no/such/page');
    expect(said).not.toContain(world.keys.secretKey);
    expect(said).not.toContain(world.keys.publicKey);
  });

  it('are requests of real connections too, once their answers have left', async () => {
    const { url, close } = await serveWorld(world);
    await (await fetch(`${url}/no/such/page`)).text();
    await (await fetch(`${url}/healthz`)).text();
    await close();
    expect(await text()).toContain('{route="/healthz",method="GET",status="200"} 1');
    expect(await text()).toContain('{route="none",method="GET",status="404"} 2');
  });

  it('are writes, what waits, and how far behind the outbox is', async () => {
    const said = await text();
    expect(Number(/^okaeri_writes_total (\d+)/m.exec(said)?.[1])).toBeGreaterThan(0);
    expect(said).toContain('okaeri_writes_waiting{lane="merchant"} 0');
    expect(said).toContain('okaeri_writes_waiting{lane="visitor"} 0');
    expect(said).toMatch(/^okaeri_write_groups_total \d+$/m);
    expect(said).toMatch(/^okaeri_statements_total \d+$/m);
    expect(said).toContain('okaeri_outbox_due{lane="mail"} 0');
    expect(said).toContain('okaeri_outbox_lag_seconds{lane="mail"} 0');
    expect(said).toContain('# TYPE okaeri_writes_total counter');
  });
});
