import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { OPERATIONS } from '../../compose-areas.ts';
import type { Store } from '../store/store.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const [SQLITE] = ENGINES;
const NAME = 'Mika Tanaka';
const ADDRESS = 'mika.tanaka@example.com';

interface Line {
  readonly msg: string;
  readonly error?: { readonly message?: string; readonly stack?: string; readonly cause?: unknown };
}

/** An error as drizzle throws it: the values of the statement stand in its message and beside it. */
const fault = (): Error =>
  Object.assign(
    new Error(`Failed query: insert into shoppers\nparams: ${NAME},${ADDRESS}`, {
      cause: Object.assign(new Error(`duplicate key: "${ADDRESS}"`), {
        code: '23505',
        severity: 'ERROR',
        detail: `Key (email)=(${ADDRESS}) already exists.`,
      }),
    }),
    { query: `insert into shoppers values ('${NAME}')`, params: [NAME, ADDRESS] },
  );

describe('every route that fails', () => {
  let test: TestStore;
  let world: World;
  let isFailing = false;
  const lines: string[] = [];
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
    const real = test.store;
    const or = <T>(work: () => Promise<T>): Promise<T> =>
      isFailing ? Promise.reject(fault()) : work();
    const store: Store = {
      ...real,
      read: (work) => or(() => real.read(work)),
      write: (work, lane) => or(() => real.write(work, lane)),
      snapshot: (work) => or(() => real.snapshot(work)),
    };
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    world = await openWorld(store, testProgram(), null, { logger });
  });
  afterAll(() => test.dispose());

  it('has its message and its stack in the log, and nobody’s address, name or token', async () => {
    const token = await world.token(ADDRESS, { name: NAME, email: ADDRESS });
    const failed: string[] = [];
    for (const name of Object.keys(OPERATIONS)) {
      const [method = '', pattern = ''] = name.split(' ');
      const path = pattern.replace('{publicKey}', world.keys.publicKey).replaceAll(/\{\w+\}/g, 'x');
      const bearer = name.includes(' /storefront/') ? token : world.keys.secretKey;
      lines.length = 0;
      isFailing = true;
      const answer = await world.request(path, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'idempotency-key': 'k', 'if-match': '"1"' },
      });
      isFailing = false;
      await world.deps.background.settled();
      if (answer.status !== 500) continue;
      failed.push(name);
      const logged = lines.map((line) => JSON.parse(line) as Line);
      const line = logged.find(({ msg }) => msg === 'a request failed');
      expect(line?.error?.stack, name).toMatch(/^at .*failing-routes/);
      expect(line?.error?.cause, name).toMatchObject({
        code: '23505',
        message: 'duplicate key: […]',
      });
      const said = lines.join('');
      for (const secret of ['Mika', 'Tanaka', 'example.com', token, world.keys.secretKey])
        expect(said, name).not.toContain(secret);
    }
    // Those that ask no database have nothing to fail with.
    expect(failed.length).toBeGreaterThan(Object.keys(OPERATIONS).length * 0.7);
  });
});
