import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { serveWorld } from '../testing/serve-app.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';

const FOLDER = join(import.meta.dirname, '../../../examples/api');
const TYPES = join(FOLDER, 'api.d.ts');
const run = promisify(execFile);

describe('the examples of the API', () => {
  let test: TestStore;
  let world: World;
  let served: Awaited<ReturnType<typeof serveWorld>>;
  beforeAll(async () => {
    test = await ENGINES[0].openTestStore();
    world = await openWorld(test.store, testProgram());
    world.clock.at = Date.parse('2027-01-01T00:00:00Z');
    served = await serveWorld(world);
  });
  afterAll(async () => {
    await served.close();
    await test.dispose();
    rmSync(TYPES, { force: true });
  });

  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    OKAERI_URL: served.url,
    OKAERI_KEY: world.keys.secretKey,
  });

  it('in curl do what they say', async () => {
    const { stdout } = await run('sh', ['a-day.sh'], { cwd: FOLDER, env: env() });
    expect(stdout).toContain('"target":600,"posted":600');
    expect(stdout).toContain('"valid":true');
    expect(stdout).toContain('"target":300,"posted":300');
    expect(stdout).toContain('"kind":"clawback"');
  });

  it('in TypeScript compile with types made of the document, and do what they say', async () => {
    const make = join(FOLDER, 'node_modules/.bin/openapi-typescript');
    await run(make, [`${served.url}/openapi.json`, '-o', TYPES], { cwd: FOLDER });
    const compiled = await run('tsc', ['-p', FOLDER]).catch((error: { stdout: string }) => error);
    expect(compiled.stdout).toBe('');
    const { stdout } = await run(process.execPath, ['a-day.ts'], { cwd: FOLDER, env: env() });
    expect(stdout.trim().split('\n')).toEqual([
      'The order earned 600 points.',
      'Aoi has 1300 points to spend.',
      expect.stringMatching(/^OK-.* is worth 500 and good\.$/),
      'Half of it went back: 300 points are left of it.',
    ]);
  });
});
