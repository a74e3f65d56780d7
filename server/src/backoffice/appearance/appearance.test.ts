import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicProgram } from '@okaeri/shared/storefront';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('the appearance of a widget, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
  });
  afterAll(() => test.dispose());

  const save = (body: unknown, etag: string): Promise<Response> =>
    world.merchant('PUT', '/v1/appearance', body, { 'if-match': etag });
  const program = async (): Promise<{ etag: string; body: PublicProgram }> => {
    const answer = await world.storefront('GET', '/program', {});
    return {
      etag: answer.headers.get('etag') ?? '',
      body: (await answer.json()) as PublicProgram,
    };
  };

  it('is the widget’s own until the merchant changes it', async () => {
    const answer = await world.merchant('GET', '/v1/appearance');
    expect(answer.headers.get('etag')).toBe('"a0"');
    expect(await answer.json()).toMatchObject({
      theme: { preset: 'paper', accent: null },
      texts: {},
    });
    expect((await program()).body.appearance).toMatchObject({
      mode: 'auto',
      light: { accent: '#2f6b4f', 'on-accent': '#ffffff' },
      launcher: { shown: true, position: 'end' },
    });
  });

  it('is changed as a whole, by the person who read the newest, and shown at once', async () => {
    const before = await program();
    const wanted = {
      theme: { accent: '#FFEB00', launcher: { position: 'start' } },
      texts: { en: { redeem: 'Take it' } },
    };
    expect((await save(wanted, '"a7"')).status).toBe(412);
    const saved = await save(wanted, '"a0"');
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).toBe('"a1"');
    expect(await (await save(wanted, '"a0"')).json()).toMatchObject({ code: 'preconditionFailed' });
    const after = await program();
    expect(after.etag).not.toBe(before.etag);
    expect(after.body.version).toBe(before.body.version);
    expect(after.body.appearance).toMatchObject({
      texts: { en: { redeem: 'Take it' } },
      launcher: { position: 'start' },
      light: { 'on-accent': '#16130e' },
    });
  });

  it('refuses words that tie the points of a review to praise, and leaves the others alone', async () => {
    const tag = (await world.merchant('GET', '/v1/appearance')).headers.get('etag') ?? '';
    const praise = { texts: { en: { offerText: 'Love it? Earn {points}!' } } };
    const refused = await save(praise, tag);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'incentiveForbidden',
      detail: expect.stringContaining('en.offerText'),
    });
    expect((await world.merchant('GET', '/v1/appearance')).headers.get('etag')).toBe(tag);
  });

  it('refuses what is no theme, by name, and keeps what there was', async () => {
    const answer = await save({ theme: { accent: 'url(evil)', css: '*{}' } }, '"a1"');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('theme.accent');
    expect((await world.merchant('PUT', '/v1/appearance', {})).status).toBe(428);
    expect((await program()).body.appearance.launcher.position).toBe('start');
  });
});
