import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { quotationActsOf, type QuotationActs } from '../../testing/quotation-acts.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 25, long: 1000 },
  PostgreSQL: { ordinary: 5, long: 120 },
} as const;

const WAVE = '/nps/2026Q4';
/** What answers say: the parts of them are what is asked for, and some have none of it. */
const ANSWERS = ['one two three', 'one two', 'three one', 'two', ''];
const PARTS = ['one two', 'two', 'three'];

const who = fc.constantFrom('ada', 'bea');
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      who,
      part: fc.constantFrom(...PARTS),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('agree' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('refuse' as const, 'drop' as const, 'withdraw' as const),
      who,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      who,
      words: fc.constantFrom(...ANSWERS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('tie' as const, 'untie' as const), who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('outcome' as const),
      state: fc.constantFrom('done', 'planned'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      days: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'erase' as const), who }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Somebody is quoted: what happens then is what matters. */
const QUOTED: readonly Step[] = [
  { kind: 'answer', who: 'ada', words: 'one two three' },
  { kind: 'tie', who: 'ada' },
  { kind: 'ask', who: 'ada', part: 'three' },
  { kind: 'agree', who: 'ada' },
  { kind: 'outcome', state: 'done' },
];

/** What is known of one answer by what people did alone: the words, and whether its author says yes to some of them. */
interface Known {
  readonly id: string;
  words: string;
  isTied: boolean;
  asked: { readonly text: string; readonly endsAt: number; readonly agreed: boolean } | null;
  hasSaidNo: boolean;
}

describe.each(ENGINES)(
  'what is quoted, whatever happens, on $engine',
  ({ engine, openTestStore }) => {
    let test: TestStore;
    beforeEach(async () => {
      test = await openTestStore();
    });
    afterEach(() => test.dispose());

    it.each(partsOf(HISTORIES[engine]))(
      'has a yes of its author that stands, stands in their answer, and is beside what was done, $part',
      async ({ histories }) => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
            const world = await openWorld(test.store, surveyProgram());
            const history = await History.begin(world);
            for (const one of [...QUOTED, ...steps]) {
              await history.take(one);
              const standing = (await history.quoting.standing()).map(({ text }) => text);
              expect(standing.toSorted()).toEqual(history.expected());
              const read = (await history.quoting.mine('cleo')).outcomes.flatMap(({ quotations }) =>
                quotations.map(({ text }) => text),
              );
              expect(read.toSorted()).toEqual(history.expected());
            }
          }),
          { numRuns: histories },
        );
      },
    );
  },
);

class History {
  readonly quoting: QuotationActs;
  private readonly acts: SurveyActs;
  private readonly known = new Map<string, Known>();
  private isDone = false;

  private readonly world: World;

  private constructor(world: World) {
    this.world = world;
    this.quoting = quotationActsOf(world);
    this.acts = surveyActsOf(world);
  }

  static async begin(world: World): Promise<History> {
    const history = new History(world);
    for (const one of ['ada', 'bea', 'cleo']) await history.acts.member(one);
    await world.merchant('PUT', '/v1/themes/packaging', { name: { en: 'Packaging' } });
    await history.acts.run('nps', { openDays: 90 });
    await history.acts.jobs();
    return history;
  }

  /** What may be shown, by what people did. */
  expected(): string[] {
    if (!this.isDone) return [];
    const now = this.world.clock.at;
    return [...this.known.values()]
      .flatMap(({ isTied, asked }) =>
        isTied && asked?.agreed === true && now < asked.endsAt ? [asked.text] : [],
      )
      .toSorted();
  }

  async take(one: Step): Promise<void> {
    if (one.kind === 'outcome') {
      const said = { state: one.state, text: { en: 'x' } };
      await this.world.merchant('POST', '/v1/themes/packaging/outcome', said);
      this.isDone = one.state === 'done';
      return;
    }
    if (one.kind === 'wait') {
      this.world.clock.at += one.days * DAY_MS;
      return;
    }
    await this.takeOf(one.who, one);
  }

  private async takeOf(name: string, one: Exclude<Step, { kind: 'outcome' | 'wait' }>) {
    const known = this.known.get(name);
    if (one.kind === 'answer') return this.answer(name, one.words);
    if (known === undefined) return undefined;
    const { id } = known;
    switch (one.kind) {
      case 'ask':
        return this.ask(known, id, one.part);
      case 'agree':
        return this.agree(known, name);
      case 'refuse': {
        const [own] = (await this.quoting.mine(name)).quotations;
        if (own === undefined) return undefined;
        await this.quoting.refuse(name, own.id);
        return Object.assign(known, { asked: null, hasSaidNo: true });
      }
      case 'drop': {
        await this.world.merchant('DELETE', `/v1/surveys/nps/responses/${id}/quotations/packaging`);
        return Object.assign(known, { asked: null });
      }
      case 'withdraw':
        await this.acts.ask(name, 'DELETE', WAVE);
        return Object.assign(known, { words: '', asked: null, isTied: false });
      case 'tie':
      case 'untie': {
        const tied = await this.quoting.tie(id, one.kind === 'tie' ? ['packaging'] : []);
        if (tied.ok) known.isTied = one.kind === 'tie';
        return undefined;
      }
      default:
        return this.leave(name, one.kind);
    }
  }

  private async answer(name: string, words: string): Promise<void> {
    const given = { answers: { score: 5, more: words } };
    const answer = await this.acts.ask(name, 'PUT', WAVE, given);
    if (!answer.ok) return;
    const { id } = await this.quoting.responseOf(name);
    const known = this.known.get(name) ?? { id, isTied: false, asked: null, hasSaidNo: false };
    const isGone = known.asked !== null && !words.includes(known.asked.text);
    this.known.set(name, { ...known, words, asked: isGone ? null : known.asked });
  }

  private async ask(known: Known, id: string, part: string): Promise<void> {
    const now = this.world.clock.at;
    const asked = await this.quoting.ask(id, part, { days: 15 });
    const { asked: before } = known;
    const isSame = before?.text === part && now < before.endsAt;
    const isTaken = known.isTied && known.words.includes(part) && (isSame || !known.hasSaidNo);
    expect(asked.ok, await asked.clone().text()).toBe(isTaken);
    if (isTaken && !isSame) known.asked = { text: part, endsAt: now + 15 * DAY_MS, agreed: false };
  }

  private async agree(known: Known, name: string): Promise<void> {
    const [own] = (await this.quoting.mine(name)).quotations;
    const isOpen = known.asked !== null && this.world.clock.at < known.asked.endsAt;
    expect(own !== undefined).toBe(isOpen);
    if (own === undefined || known.asked === null) return;
    expect((await this.quoting.agree(name, own.id, 'none')).ok).toBe(true);
    known.asked = { ...known.asked, agreed: true };
  }

  /** Erased; or merged with somebody who has said nothing, and known by their name from then on. */
  private async leave(name: string, kind: 'merge' | 'erase'): Promise<void> {
    if (kind === 'erase') {
      await this.world.merchant('DELETE', `/v1/shoppers/${name}`);
      this.known.delete(name);
      return;
    }
    const into = `${name}-${this.world.clock.at}-${this.known.size}`;
    await this.world.merchant('PUT', `/v1/shoppers/${into}`, {});
    const merged = await this.world.merchant('POST', `/v1/shoppers/${name}/merge`, { from: into });
    expect(merged.ok, await merged.clone().text()).toBe(true);
  }
}
