import { earn, readMe } from './acts.ts';
import { createFixture, type Fixture, type Program } from './fixture.ts';
import { medianOf } from './compare-rules.ts';
import { openServers, statementsPer } from './measure.ts';
import { takeSlices, type Contestant, type Taken } from './slices.ts';
import type { Served } from './processes.ts';
import type { Line } from './table.ts';

/**
 * Servers that run the same code differ by a tenth from start to start, so both are started anew so often, and
 * the middle of the rounds counts.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SLICES = 4;
/** Of the shoppers who are read, so many change within a second. */
const CHANGING = 0.1;

interface Act {
  readonly name: string;
  readonly of: (fixture: Fixture, server: Served) => Contestant;
  /** What the rate must be, in times of the rate by hand. */
  readonly atLeast: Readonly<Record<'plain' | 'rich', number>>;
  /** What a request may cost, where the target is one of the processor. */
  readonly processorUs?: number;
}

const ACTS: readonly Act[] = [
  {
    name: 'earn',
    of: (fixture, server) => ({ server, next: earn(fixture) }),
    atLeast: { plain: 0.75, rich: 0.7 },
  },
  {
    name: 'GET /me',
    of: (fixture, server) => ({
      server,
      next: readMe(fixture),
      beside: { next: earn(fixture), perSecond: fixture.shoppers * CHANGING },
    }),
    atLeast: { plain: 0.75, rich: 0.6 },
    processorUs: 60,
  },
];

/** Earning and reading against what one would write by hand, under a plain programme or one with every kind of rule. */
export const measureSpeed = async (program: 'plain' | 'rich'): Promise<Line[]> => {
  const fixture = await createFixture(program);
  const taken = new Map<Act, [Taken, Taken][]>(ACTS.map((act) => [act, []]));
  const startsMs: number[] = [];
  const statements: Line[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { product, byHand } = await openServers(fixture, program);
    startsMs.push(product.startMs);
    for (const [act, rounds] of taken) {
      const pair = [act.of(fixture, product), act.of(fixture, byHand)] as const;
      rounds.push(await takeSlices(pair, SLICES));
      print(act, rounds);
    }
    if (round === ROUNDS) statements.push(...(await statementLines(fixture, product, program)));
    await Promise.all([product.stop(), byHand.stop()]);
  }
  fixture.remove();
  const under = underOf(program);
  return [
    ...[...taken].flatMap(([act, rounds]) => linesOf(act, program, rounds)),
    ...statements,
    {
      what: `start to the first 200${under}`,
      value: medianOf(startsMs),
      unit: 'ms',
      budget: { atMost: 1500 },
    },
  ];
};

function linesOf(act: Act, program: 'plain' | 'rich', rounds: readonly [Taken, Taken][]): Line[] {
  const under = underOf(program);
  const processorUs = (which: 0 | 1): number =>
    medianOf(rounds.map((round) => medianOf(round[which].processorNs) / 1000));
  const line = (what: string, value: number): Line => ({ what, value, unit: 'µs' });
  const budget =
    act.processorUs === undefined || program === 'rich'
      ? {}
      : { budget: { atMost: act.processorUs } };
  return [
    {
      what: `${act.name} ÷ by hand${under}`,
      value: medianOf(rounds.map(ratioOf)),
      unit: '',
      budget: { atLeast: act.atLeast[program] },
    },
    { ...line(`${act.name}, processor${under}`, processorUs(0)), ...budget },
    line(`${act.name} by hand, processor${under}`, processorUs(1)),
  ];
}

async function statementLines(
  fixture: Fixture,
  product: Served,
  program: Program,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, of } of ACTS)
    lines.push({
      what: `statements per ${name}${underOf(program)}`,
      value: await statementsPer(product, of(fixture, product).next),
      unit: 'statements',
    });
  return lines;
}

function ratioOf([product, byHand]: [Taken, Taken]): number {
  return medianOf(product.perSecond) / medianOf(byHand.perSecond);
}

function print({ name }: Act, rounds: readonly [Taken, Taken][]): void {
  const last = rounds.at(-1);
  if (last === undefined) return;
  const [product, byHand] = last.map(
    ({ perSecond, processorNs }) =>
      `${Math.round(medianOf(perSecond))} a second, ${(medianOf(processorNs) / 1000).toFixed(1)} µs`,
  );
  console.log(
    `  ${name}: product ${product}; by hand ${byHand}; ratio ${ratioOf(last).toFixed(2)}`,
  );
}

function underOf(program: Program): string {
  return program === 'rich' ? ', with every kind of rule' : '';
}
