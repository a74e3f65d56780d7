import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { plainProgram } from '../../testing/acts.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

const NAME = 'Mika Tanaka';
const ADDRESS = 'mika.tanaka@example.com';

interface Line {
  readonly msg: string;
  readonly requestId: string;
  readonly error: Record<string, unknown>;
}

describe.each(ENGINES)('what is logged of a request that fails, on $engine', (engines) => {
  const isPostgres = engines.engine === 'PostgreSQL';
  let test: TestStore;
  let world: World;
  let lines: string[];
  beforeEach(async () => {
    lines = [];
    test = await engines.openTestStore();
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    world = await openWorld(test.store, plainProgram(), null, { logger });
    lines = [];
  });
  afterEach(() => test.dispose());

  /** Has a name, an address and a token in its body, its header and its path. */
  const fail = async (): Promise<{ answer: Response; line: Line }> => {
    const answer = await world.merchant('PUT', `/v1/shoppers/${encodeURIComponent(ADDRESS)}`, {
      name: NAME,
      email: ADDRESS,
    });
    const [line] = lines;
    if (line === undefined) throw new Error('Nothing was logged.');
    return { answer, line: JSON.parse(line) as Line };
  };
  const checkNobody = async (): Promise<void> => {
    const token = await world.token(ADDRESS, { name: NAME, email: ADDRESS });
    await world.storefront('PATCH', '/me', { token, body: { name: NAME } });
    const said = lines.join('');
    for (const secret of [NAME, 'Mika', 'Tanaka', ADDRESS, 'example.com', token])
      expect(said).not.toContain(secret);
    for (const key of [world.keys.secretKey, world.keys.identitySecret])
      expect(said).not.toContain(key);
  };

  it('has the message and the stack under the id of the answer, and nobody’s data', async () => {
    await behind(test.url, 'alter table shoppers rename to gone');
    const { answer, line } = await fail();
    expect(answer.status).toBe(500);
    expect(line).toMatchObject({
      msg: 'a request failed',
      requestId: answer.headers.get('x-request-id'),
    });
    const thrown = isPostgres ? (line.error['cause'] as Record<string, unknown>) : line.error;
    expect(thrown).toMatchObject({
      code: isPostgres ? '42P01' : 'SQLITE_ERROR',
      message: expect.stringMatching(isPostgres ? /^relation / : /no such table/),
      stack: expect.stringMatching(/^at .*:\d+:\d+/),
    });
    if (isPostgres) expect(line.error['sql']).toContain('"shoppers"');
    await checkNobody();
  });

  it.runIf(isPostgres)('has nothing of what PostgreSQL quotes from a row', async () => {
    await behind(
      test.url,
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the name "%" is refused', new.name using detail = coalesce(new.email, 'none'), hint = coalesce(new.name, 'none'); end $$`,
    );
    await behind(
      test.url,
      'create trigger refuse before insert or update on shoppers for each row execute function refuse()',
    );
    const { line } = await fail();
    expect(line.error['cause']).toMatchObject({
      code: 'P0001',
      message: 'the name […] is refused',
    });
    await checkNobody();
  });
});
