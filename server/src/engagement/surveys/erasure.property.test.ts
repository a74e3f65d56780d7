import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { importShop } from '../../connect/portability/import-shop.ts';
import { findShop } from '../../access/find-shop.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 10, long: 300 },
  PostgreSQL: { ordinary: 3, long: 40 },
} as const;

const WAVE = '/nps/2026Q4';

/** What somebody answers: words that nobody else has, around whatever people type. */
const answered = fc.record({
  score: fc.integer({ min: 0, max: 10 }),
  words: fc.string({ unit: 'grapheme', maxLength: 30 }),
  complete: fc.boolean(),
});

describe.each(ENGINES)('answers of erased people, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let folder: string;
  beforeEach(async () => {
    test = await openTestStore();
    folder = mkdtempSync(join(tmpdir(), 'okaeri-'));
  });
  afterEach(async () => {
    await test.dispose();
    rmSync(folder, { recursive: true });
  });

  const linesOf = async ({ deps }: World, shopId: string): Promise<string[]> => {
    const shop = await findShop(deps, shopId);
    if (shop === undefined) throw new Error('The shop is gone.');
    const found: string[] = [];
    for await (const line of exportShop(deps, shop)) found.push(line);
    return found;
  };

  const answerAs = (
    acts: SurveyActs,
    who: string,
    one: { score: number; words: string; complete: boolean },
  ) =>
    acts.answer(
      who,
      WAVE,
      { score: one.score, more: `marked-${who} ${one.words}` },
      { complete: one.complete },
    );

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 10: no words of theirs leave with the shop, others keep all, and the file is the same when it is read, $part',
    async ({ histories }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(answered, { minLength: 2, maxLength: 4 }), async (people) => {
          const world = await openWorld(test.store, surveyProgram());
          const acts = surveyActsOf(world);
          const names = people.map((_, at) => `p${at}`);
          for (const who of names) await acts.member(who);
          await acts.run('nps');
          for (const [at, one] of people.entries()) await answerAs(acts, `p${at}`, one);
          const others = names.slice(1);
          const before = await Promise.all(others.map((who) => acts.points(who)));
          expect((await world.merchant('DELETE', '/v1/shoppers/p0')).ok).toBe(true);
          const file = await linesOf(world, world.keys.shopId);
          const text = file.join('\n');
          expect(text).not.toContain('marked-p0');
          expect(text).not.toContain('p0@example.com');
          for (const who of others) expect(text).toContain(`marked-${who}`);
          expect(await Promise.all(others.map((who) => acts.points(who)))).toEqual(before);
          const responses = file.filter((line) => line.startsWith('["surveyResponses"'));
          expect(responses).toHaveLength(people.length);
          const path = join(folder, 'shop.jsonl');
          writeFileSync(path, `${file.join('\n')}\n`);
          const keys = await importShop(world.deps, path);
          expect(await linesOf(world, keys.shopId)).toEqual(file);
        }),
        { numRuns: histories },
      );
    },
  );
});
