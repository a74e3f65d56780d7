import type { Deps } from '../../deps.ts';
import { LANES } from './lane-rules.ts';
import { selectLag } from './queries.ts';

/** What waits in one lane: how many that are due, and for how long the first of them. */
export interface Lag {
  readonly due: number;
  readonly seconds: number;
}

/** How far each lane of the outbox is behind. */
export const outboxLag = async (deps: Deps): Promise<Record<string, Lag>> => {
  const now = deps.clock.now();
  const found = await deps.store.read((tx) => tx.run(selectLag, { now }));
  return Object.fromEntries(
    LANES.map((lane) => {
      const of = found.find((row) => row.lane === lane);
      const since = of === undefined ? now : Number(of.dueAt);
      return [lane, { due: Number(of?.due ?? 0), seconds: Math.max(0, (now - since) / 1000) }];
    }),
  );
};
