import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { DAY_MS, HOUR_MS, isoOf } from '../../platform/lib/clock.ts';
import { shopInput } from '@okaeri/shared/access';
import { createShop } from '../setup/create-shop.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { publishScheduled } from './schedule-program.ts';

describe.each(ENGINES)('publishing at a set time on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, testProgram());
  });

  const read = async (path: string): Promise<Record<string, unknown>> =>
    (await (await world.merchant('GET', path)).json()) as Record<string, unknown>;
  const tag = async (): Promise<string> =>
    (await world.merchant('GET', '/v1/program/draft')).headers.get('etag') ?? '';
  const save = async (change: Partial<ProgramDocument>): Promise<Response> =>
    world.merchant('PUT', '/v1/program/draft', testProgram(change), { 'if-match': await tag() });
  const schedule = async (at: number, note: string | null = null): Promise<Response> =>
    world.merchant(
      'PUT',
      '/v1/program/schedule',
      { at: isoOf(at), note },
      { 'if-match': await tag() },
    );

  it('publishes what was the draft then, once, with its author and note', async () => {
    await save({ name: { en: 'Winter' } });
    const at = world.clock.at + HOUR_MS;
    expect((await schedule(at, 'For the season')).status).toBe(200);
    const status = await read('/v1/program/status');
    expect(status).toMatchObject({
      draft: { savedAt: isoOf(world.clock.at), savedBy: 'first' },
      schedule: { at: isoOf(at), by: 'first', note: 'For the season', refused: null },
    });

    await publishScheduled(world.deps);
    expect(await read('/v1/program')).toMatchObject({ version: 2 });
    const scheduledAt = isoOf(world.clock.at);
    world.clock.at = at;
    // Several servers see that the time has come.
    await Promise.all([1, 2, 3].map(() => publishScheduled(world.deps)));
    expect(await read('/v1/program')).toMatchObject({ version: 3, name: { en: 'Winter' } });
    expect(await read('/v1/program/status')).toEqual({ draft: null, schedule: null });
    const versions = (await read('/v1/program/versions')) as { items: unknown[] };
    expect(versions.items).toHaveLength(3);
    expect(versions.items[0]).toEqual({
      version: 3,
      publishedAt: isoOf(at),
      author: 'first',
      note: 'For the season',
      scheduledAt,
    });
  });

  it('leaves a draft alone that was changed meanwhile', async () => {
    await save({ name: { en: 'Winter' } });
    await schedule(world.clock.at + HOUR_MS);
    await save({ name: { en: 'Half a thought' } });
    world.clock.at += HOUR_MS;
    await publishScheduled(world.deps);
    expect(await read('/v1/program')).toMatchObject({ name: { en: 'Winter' } });
    expect(await read('/v1/program/draft')).toMatchObject({ name: { en: 'Half a thought' } });
  });

  it('can be cancelled, and then nothing is published', async () => {
    await save({ name: { en: 'Winter' } });
    await schedule(world.clock.at + HOUR_MS);
    const cancelled = await world.merchant('DELETE', '/v1/program/schedule');
    expect(await cancelled.json()).toMatchObject({ schedule: null });
    expect((await world.merchant('DELETE', '/v1/program/schedule')).status).toBe(404);
    world.clock.at += DAY_MS;
    await publishScheduled(world.deps);
    expect(await read('/v1/program')).toMatchObject({ version: 2 });
    expect(await read('/v1/program/draft')).toMatchObject({ name: { en: 'Winter' } });
  });

  it('goes by the clock of a sandbox', async () => {
    const keys = await createShop(world.deps, shopInput.parse({ name: 'Trial', sandbox: true }));
    const call = (method: string, path: string, body?: unknown, etag = ''): Promise<Response> =>
      world.request(path, {
        method,
        headers: { authorization: `Bearer ${keys.secretKey}`, 'if-match': etag },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const saved = await call('PUT', '/v1/program/draft', testProgram(), '"v1"');
    const at = isoOf(world.clock.at + DAY_MS);
    const etag = saved.headers.get('etag') ?? '';
    expect((await call('PUT', '/v1/program/schedule', { at }, etag)).status).toBe(200);
    await publishScheduled(world.deps);
    expect(await (await call('GET', '/v1/program')).json()).toMatchObject({ version: 1 });
    await call('POST', '/v1/clock/advance', { byMs: DAY_MS });
    await publishScheduled(world.deps);
    expect(await (await call('GET', '/v1/program')).json()).toMatchObject({ version: 2 });
  });

  it('is refused for a time that is past, without a draft, and over what somebody else wrote', async () => {
    expect(await (await schedule(world.clock.at + HOUR_MS)).json()).toMatchObject({
      code: 'noDraft',
    });
    await save({ name: { en: 'Winter' } });
    expect(await (await schedule(world.clock.at)).json()).toMatchObject({ code: 'timePassed' });
    const old = await tag();
    await save({ name: { en: 'Theirs' } });
    const late = await world.merchant(
      'PUT',
      '/v1/program/schedule',
      { at: isoOf(world.clock.at + HOUR_MS) },
      { 'if-match': old },
    );
    expect(late.status).toBe(412);
    expect(await read('/v1/program/status')).toMatchObject({ schedule: null });
  });

  it('says why where it cannot be published any more, and tries no further', async () => {
    await save({ name: { en: 'Winter' } });
    await schedule(world.clock.at + HOUR_MS);
    world.clock.at += HOUR_MS;
    const refuse = { ...world.deps, refuseUnholdable: () => Promise.resolve(REFUSAL) };
    await publishScheduled(refuse);
    await publishScheduled(world.deps);
    expect(await read('/v1/program')).toMatchObject({ version: 2 });
    expect(await read('/v1/program/status')).toMatchObject({
      schedule: { refused: 'platformCannotHold' },
    });
  });

  it('notes what was published at once, and what is said of it later', async () => {
    await save({ name: { en: 'Winter' } });
    const published = await world.merchant(
      'POST',
      '/v1/program/publish',
      { note: 'Better rate' },
      { 'if-match': await tag() },
    );
    expect(published.status).toBe(200);
    const newest = async (): Promise<unknown> =>
      ((await read('/v1/program/versions')) as { items: unknown[] }).items[0];
    expect(await newest()).toMatchObject({
      author: 'first',
      note: 'Better rate',
      scheduledAt: null,
    });
    const say = (version: number, note: string | null): Promise<Response> =>
      world.merchant('PATCH', `/v1/program/versions/${version}`, { note });
    expect((await say(3, 'Holiday season')).status).toBe(204);
    expect(await newest()).toMatchObject({ note: 'Holiday season' });
    expect((await say(3, '')).status).toBe(204);
    expect(await newest()).toMatchObject({ note: null });
    expect((await say(9, 'x')).status).toBe(404);
  });
});

const REFUSAL = { code: 'platformCannotHold', detail: 'No.' } as const;
