import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { importShop } from '../../connect/portability/import-shop.ts';
import { findShop } from '../../access/find-shop.ts';
import type { StandingConsent } from '@okaeri/shared/consents';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { openForMarketing, TAKES_ALL, WORDING } from '../../testing/marketing-acts.ts';
import { reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 8, long: 400 },
  PostgreSQL: { ordinary: 3, long: 60 },
} as const;

const who = fc.nat({ max: 2 });
const text = fc.constantFrom('late', 'a rash');
/** What somebody of three does and is done for, before it is known that they are one. */
const deed = fc.oneof(
  fc.record({ act: fc.constant('help' as const), who, text }),
  fc.record({ act: fc.constant('points' as const), who, points: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ act: fc.constant('reply' as const), who }),
  fc.record({
    act: fc.constant('state' as const),
    who,
    state: fc.constantFrom('waiting', 'open', 'resolved'),
  }),
  fc.record({
    act: fc.constant('say' as const),
    who,
    purpose: fc.constantFrom('marketing', 'reviews', 'surveys'),
    state: fc.constantFrom('given', 'withdrawn'),
    confirmed: fc.boolean(),
  }),
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

describe.each(ENGINES)('people with cases, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram(), TAKES_ALL);
    acts = caseActsOf(world);
    await openForMarketing(world);
  });
  afterEach(() => test.dispose());

  const record = (id: string, said: object): Promise<Response> =>
    world.merchant('POST', `/v1/shoppers/${id}/consents`, said, {
      'idempotency-key': crypto.randomUUID(),
    });

  const doOne = async (one: Deed, { id, token }: { id: string; token: string }): Promise<void> => {
    const [own] = await acts.own(token);
    switch (one.act) {
      case 'help':
        await acts.help(token, { text: one.text });
        return;
      case 'points':
        await acts.write(own?.id ?? 'none', { kind: 'points', points: one.points });
        return;
      case 'reply':
        await acts.write(own?.id ?? 'none', { kind: 'reply', text: 'Sorry' });
        return;
      case 'state':
        await acts.write(own?.id ?? 'none', { kind: 'state', state: one.state });
        return;
      default: {
        const { purpose, state, confirmed } = one;
        const confirmedAt = confirmed ? new Date(world.clock.at).toISOString() : null;
        const wordingId = purpose === 'marketing' && state === 'given' ? WORDING.id : null;
        const said = { purpose, state, wordingId, channel: 'email' };
        await record(id, { ...said, evidence: { confirmedAt } });
      }
    }
  };

  /** The three live as told, and are merged in this order; what is known of who they became. */
  const live = async (deeds: readonly Deed[], order: readonly number[]): Promise<unknown> => {
    const start = world.clock.at;
    const people: { id: string; token: string }[] = [];
    for (let at = 0; at < 3; at += 1) people.push(await acts.join({ email: undefined }));
    for (const { id } of people) await world.merchant('PUT', `/v1/shoppers/${id}`, EMAIL);
    for (const one of deeds) {
      world.clock.at += 1000;
      const person = people[one.who];
      if (person !== undefined) await doOne(one, person);
    }
    world.clock.at = start + 1_000_000;
    const [into = '', ...others] = order.map((at) => people[at]?.id ?? '');
    for (const from of others) {
      const merged = await world.merchant('POST', `/v1/shoppers/${into}/merge`, { from });
      expect(merged.status).toBe(200);
    }
    const found = { cases: await casesOf(into, start), consents: await standing(into) };
    world.clock.at = start;
    return found;
  };
  const EMAIL = { email: 'one@example.com' };

  const since = (start: number, at: string | null): number | null =>
    at === null ? null : Date.parse(at) - start;
  const casesOf = async (id: string, start: number): Promise<unknown> => {
    const found: unknown[] = [];
    for (const { id: caseId } of await acts.list(`?shopperId=${id}`)) {
      const { state, severity, reason, reopened, pointsGiven, ...one } = await acts.read(caseId);
      const told = one.entries
        .filter(({ kind }) => kind !== 'link')
        .map(({ at, kind, note, data }) => [since(start, at), kind, note, data['points']]);
      const times = [one.openedAt, one.dueAt, one.firstReplyAt, one.resolvedAt];
      found.push({
        facts: { state, severity, reason, reopened, pointsGiven },
        times: times.map((at) => since(start, at)),
        told,
      });
    }
    return found;
  };
  const standing = async (id: string): Promise<unknown> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}/consents`);
    const { standing: all } = (await answer.json()) as { standing: StandingConsent[] };
    return all;
  };

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 9: are told in cases and consents alike, in whatever order they are merged, $part',
    async ({ histories }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(text, text, text),
          fc.array(deed, { minLength: 3, maxLength: 14, size: 'max' }),
          fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
          async (texts, more, order) => {
            // Each of them has a case, or there is little to merge.
            const asked = texts.map((said, at) => ({ act: 'help' as const, who: at, text: said }));
            const deeds = [...asked, ...more];
            expect(await live(deeds, order)).toEqual(await live(deeds, [0, 1, 2]));
          },
        ),
        { numRuns: histories },
      );
    },
  );

  const linesOf = async (shopId: string): Promise<string[]> => {
    const shop = await findShop(world.deps, shopId);
    if (shop === undefined) throw new Error('The shop is gone.');
    const found: string[] = [];
    for await (const line of exportShop(world.deps, shop)) found.push(line);
    return found;
  };
  const words = fc.string({ unit: 'grapheme', maxLength: 20 });

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 10: who are erased leave no word, name or address, take nobody’s points, and the file is the same when it is read, $part',
    async ({ histories }) => {
      const folder = mkdtempSync(join(tmpdir(), 'okaeri-'));
      await fc.assert(
        fc.asyncProperty(words, words, words, async (asked, noted, outcome) => {
          const [gone, stays] = [
            await acts.join({ name: 'Zinnia Quux' }),
            await acts.join({ name: 'Some One' }),
          ];
          for (const { id, token } of [gone, stays]) {
            await acts.help(token, { text: `of-${id} ${asked}` });
            const [own] = await acts.own(token);
            const caseId = own?.id ?? '';
            for (const kind of ['note', 'reply'])
              await acts.write(caseId, { kind, text: `of-${id} ${noted}` });
            await acts.write(caseId, { kind: 'points', points: 25 });
            const resolved = { kind: 'state', state: 'resolved', outcome: `of-${id} ${outcome}` };
            await acts.write(caseId, resolved);
            const evidence = { orderId: `of-${id}`, objectionShown: true };
            const said = { purpose: 'marketing', channel: 'email', state: 'softOptIn', evidence };
            await record(id, { ...said, source: `of-${id}` });
            await acts.deliver();
          }
          const before = await pointsOf(stays.id);
          expect((await world.merchant('DELETE', `/v1/shoppers/${gone.id}`)).ok).toBe(true);
          const file = await linesOf(world.keys.shopId);
          const text = file.join('\n');
          for (const trace of [`of-${gone.id}`, 'Zinnia', 'Quux', `${gone.id}@x.example`, gone.id])
            expect(text).not.toContain(trace);
          expect(text).toContain(`of-${stays.id}`);
          expect(await pointsOf(stays.id)).toEqual(before);
          const path = join(folder, 'shop.jsonl');
          writeFileSync(path, `${text}\n`);
          const keys = await importShop(world.deps, path);
          expect(await linesOf(keys.shopId)).toEqual(file);
        }),
        { numRuns: histories },
      );
      rmSync(folder, { recursive: true });
    },
  );
  const pointsOf = async (id: string): Promise<unknown> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}`);
    return ((await answer.json()) as { balance: unknown }).balance;
  };
});
