import type { Change, ChangeFigures } from '@okaeri/shared/changes';
import { stage, type Stage } from '@okaeri/shared/segments';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { Z_95, Z_99 } from '../../../platform/lib/interval-rules.ts';
import type { Store } from '../../../platform/store/store.ts';
import { createShares, finishedSpans, type Parts, type Spans } from './change-rules.ts';
import { dateOf, dayOfDate } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, isTold } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';
import { changeOfShares, NO_CHANGE } from './measure-rules.ts';
import { membersOf, moversOf, reachedOf } from './people-of-changes.ts';
import { scoresOf } from './scores-of-changes.ts';

const SHARES = ['repeat', 'members', 'redeemed'] as const;

/** The last finished days against as many before them. */
export const countChanges = async (
  store: Store,
  order: FigureOrder<Extract<FigureAsked, { figure: 'changes' }>>,
): Promise<ChangeFigures> => {
  const { asOf, asked, now, document } = order;
  const today = dayOf(now, document.timeZone);
  const spans = finishedSpans(dayOfDate(asOf), { today, days: asked.days });
  const { changes, buyers } = await changesOf(store, order, {
    spans,
    z: asked.confidence === 99 ? Z_99 : Z_95,
  });
  return {
    ...baseOf(order, { definition: DEFINITIONS.changes, people: buyers.now }),
    days: asked.days,
    from: dateOf(spans.now.from),
    until: dateOf(spans.now.until),
    comparedFrom: dateOf(spans.before.from),
    comparedUntil: dateOf(spans.before.until),
    changes,
  };
};

/** What is compared of two times, in the order in which it is said; and how many bought in each. */
export const changesOf = async (
  store: Store,
  order: FigureOrder,
  { spans, z }: { readonly spans: Spans; readonly z: number },
): Promise<{
  changes: readonly Change[];
  buyers: { readonly now: number; readonly before: number };
}> => {
  const shares = createShares(spans);
  const members = await membersOf(store, order, shares, spans);
  // Who came back is seen by what is known of them, whether that is all they bought or not (E72).
  for await (const { shopperId, days } of buyersOf(store, { ...order, completeFrom: null }))
    shares.buyer(
      days.map(({ day }) => day),
      members.get(shopperId) ?? null,
    );
  const knowsMoves = await moversOf(store, order, shares, spans);
  await reachedOf(store, order, shares, spans);
  const parts = shares.read();
  const changes: Change[] = [];
  const say = (figure: string, of: Pick<Change, 'kind' | 'move'>): void => {
    const found: Parts = parts.get(figure) ?? NOBODY;
    changes.push({ figure, ...of, survey: null, ...changeOfShares(found, z) });
  };
  for (const figure of SHARES) say(figure, { kind: figure, move: null });
  // Whoever brings their members in one go, or has just begun, has not changed: nobody could have been one before.
  const wereMembers = [...members.values()].filter((since) => since < spans.before.from).length;
  if (!isTold(wereMembers)) withoutDifference(changes, 'members');
  changes.push(...(await scoresOf(store, order, { spans, z })));
  if (knowsMoves)
    for (const move of MOVES)
      if (parts.has(nameOf(move))) say(nameOf(move), { kind: 'move', move });
  say('complaints', { kind: 'complaints', move: null });
  const { now, before } = parts.get('repeat') ?? NOBODY;
  return { changes, buyers: { now: now.of, before: before.of } };
};

function withoutDifference(changes: Change[], figure: string): void {
  const at = changes.findIndex((change) => change.figure === figure);
  const change = changes[at];
  if (change !== undefined) changes[at] = { ...change, ...NO_CHANGE };
}

const NOBODY: Parts = { now: { count: 0, of: 0 }, before: { count: 0, of: 0 } };

interface Move {
  readonly from: Stage;
  readonly to: Stage;
}

const MOVES: readonly Move[] = stage.options.flatMap((from) =>
  stage.options.filter((to) => to !== from).map((to) => ({ from, to })),
);

function nameOf({ from, to }: Move): string {
  return `move ${from} ${to}`;
}
