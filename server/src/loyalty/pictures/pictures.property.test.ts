import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicProgram } from '@okaeri/shared/storefront';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { pictureActsOf } from '../../testing/picture-acts.ts';
import { openWorld, testProgram } from '../../testing/world.ts';

type Place = 'rewards' | 'tiers' | 'badges';

/** Acts with pictures, by the order in which they were uploaded; beyond the last it names one that never was. */
const act = fc.oneof(
  fc.constant({ kind: 'upload' as const }),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat(3) }),
  fc.record({
    kind: fc.constant('save' as const),
    places: fc.dictionary(fc.constantFrom<Place>('rewards', 'tiers', 'badges'), fc.nat(3)),
  }),
  fc.record({ kind: fc.constant('publish' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const NEVER = 'never-uploaded-at-all__';

describe.each(ENGINES)('pictures on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  it('are there while the programme shows them, whatever is uploaded, named, published and removed in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), (all) => play(all)),
      { numRuns: 12 },
    );
  });

  const play = async (all: readonly Act[]): Promise<void> => {
    const world = await openWorld(test.store, testProgram());
    const acts = pictureActsOf(world);
    // What ought to be so, in the simplest words.
    const uploaded: string[] = [];
    const there = new Set<string>();
    let draft: Partial<Record<Place, string>> | null = null;
    let published: Partial<Record<Place, string>> = {};
    const idOf = (which: number): string => uploaded[which] ?? NEVER;

    for (const one of all) {
      if (one.kind === 'upload') {
        const { id } = await acts.added();
        uploaded.push(id);
        there.add(id);
      } else if (one.kind === 'remove') {
        const id = idOf(one.which);
        const isNamed = [draft ?? {}, published].some((of) => Object.values(of).includes(id));
        const [status] = await acts.remove(id);
        expect(status).toBe(isNamed ? 409 : there.has(id) ? 204 : 404);
        if (status === 204) there.delete(id);
      } else if (one.kind === 'save') {
        draft = Object.fromEntries(
          Object.entries(one.places).map(([place, which]) => [place, idOf(which)]),
        );
        await acts.save(draft);
      } else if (draft !== null) {
        const tag = (await world.merchant('GET', '/v1/program/draft')).headers.get('etag') ?? '';
        const answer = await world.merchant('POST', '/v1/program/publish', undefined, {
          'if-match': tag,
        });
        const isWhole = Object.values(draft).every((id) => there.has(id));
        expect(answer.ok).toBe(isWhole);
        if (isWhole) [published, draft] = [draft, null];
      }
      await expectAllShown();
    }

    async function expectAllShown(): Promise<void> {
      const answer = await world.storefront('GET', '/program', {});
      const { rewards, tiers, badges } = (await answer.json()) as PublicProgram;
      const shown = { rewards, tiers, badges };
      for (const place of ['rewards', 'tiers', 'badges'] as const) {
        const path = shown[place][0]?.picturePath;
        const id = published[place];
        expect(path).toBe(id === undefined ? undefined : `/media/pictures/${id}.webp`);
        if (path !== undefined) expect((await world.request(path)).status).toBe(200);
      }
    }
  };
});
