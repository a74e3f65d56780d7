import pLimit from 'p-limit';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../lib/clock.ts';
import { first } from '../store/store.ts';
import { ATTEMPTS_MAX, waitAfter } from './backoff-rules.ts';
import { LANE_WIDTH, LANES, type OutboxLane } from './lane-rules.ts';
import { claimOutbox, forgetOutbox, selectDueOutbox, settleOutbox } from './queries.ts';
import type { OutboxPayload } from './payloads.ts';
import type { OutboxRow } from './tables.ts';

/** What became of a row: it left, it is not wanted any more, it is for later or for another time (real time), or it never will. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'dropped'; readonly why: string }
  | { readonly kind: 'later'; readonly at: number }
  /** It was tried and did not leave; it is tried again then. */
  | { readonly kind: 'again'; readonly at: number; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

type Kind = OutboxPayload['kind'];

/** Who delivers one kind, each row at least once, and in which lane it waits. What one throws is tried again. */
export interface DeliveryHandler<K extends Kind> {
  readonly lane: OutboxLane;
  readonly deliver: (deps: Deps, row: OutboxRow, payload: OutboxPayload<K>) => Promise<Delivery>;
}

/** Who delivers what. */
export type DeliveryHandlers = { readonly [K in Kind]: DeliveryHandler<K> };

const PAGE = 50;
/** A process that has taken a row and is not heard of again had it this long. */
const LEASE_MS = 120_000;
const KEPT_MS = 30 * DAY_MS;

/** Delivers what is due, each lane at its own pace, and says how much was tried. */
export const deliverDue = async (
  deps: Deps,
  deliveryHandlers: DeliveryHandlers,
  lanes: readonly OutboxLane[] = LANES,
): Promise<number> => {
  const tried = await Promise.all(lanes.map((lane) => deliverLane(deps, deliveryHandlers, lane)));
  return tried.reduce((sum, count) => sum + count, 0);
};

/** Forgets what left long ago. */
export const sweepOutbox = (deps: Deps): Promise<unknown> =>
  deps.store.writeAlone((tx) => tx.run(forgetOutbox, { before: deps.clock.now() - KEPT_MS }));

async function deliverLane(
  deps: Deps,
  deliveryHandlers: DeliveryHandlers,
  lane: OutboxLane,
): Promise<number> {
  let tried = 0;
  for (;;) {
    const asked = { lane, now: deps.clock.now(), limit: PAGE };
    const due = await deps.store.read((tx) => tx.run(selectDueOutbox, asked));
    const width = pLimit(LANE_WIDTH[lane]);
    const took = await Promise.all(
      due.map((row) => width(() => deliver(deps, deliveryHandlers, row))),
    );
    const taken = took.filter(Boolean).length;
    tried += taken;
    // Another process has the rest, or there is none.
    if (due.length < PAGE || taken === 0) return tried;
  }
}

async function deliver(
  deps: Deps,
  deliveryHandlers: DeliveryHandlers,
  row: OutboxRow,
): Promise<boolean> {
  const { shopId, id, dueAt } = row;
  // What was not taken yet leaves when the server runs again.
  if (dueAt === null || deps.underWay.stopping.aborted) return false;
  const leaseUntil = deps.clock.now() + LEASE_MS;
  const claimed = await deps.store.write((tx) =>
    first(tx, claimOutbox, { shopId, id, seenDueAt: dueAt, leaseUntil }),
  );
  if (claimed === undefined) return false;
  const taken = { ...row, attempts: claimed.attempts };
  const attempted = await attempt(deps, deliveryHandlers, taken);
  deps.metrics.delivery({ kind: row.payload.kind, outcome: attempted.delivery.kind });
  await settle(deps, taken, attempted);
  return true;
}

async function attempt(
  deps: Deps,
  deliveryHandlers: DeliveryHandlers,
  row: OutboxRow,
): Promise<{ delivery: Delivery; attempts: number }> {
  const { attempts } = row;
  try {
    const delivery = await hand(deps, deliveryHandlers, row);
    // What was not wanted yet has not been tried.
    return { delivery, attempts: delivery.kind === 'later' ? 0 : attempts };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    deps.logger.warn({ error, outbox: row.id, attempts }, 'something could not leave');
    if (attempts >= ATTEMPTS_MAX) return { delivery: { kind: 'failed', why }, attempts };
    return { delivery: { kind: 'later', at: deps.clock.now() + waitAfter(attempts) }, attempts };
  }
}

function settle(
  deps: Deps,
  row: OutboxRow,
  { delivery, attempts }: { delivery: Delivery; attempts: number },
): Promise<unknown> {
  const { shopId, id } = row;
  const outcome =
    delivery.kind === 'later' || delivery.kind === 'again'
      ? {
          state: 'waiting' as const,
          dueAt: delivery.at,
          settledAt: null,
          note: delivery.kind === 'again' ? delivery.why : row.note,
        }
      : {
          state: delivery.kind,
          dueAt: null,
          settledAt: deps.clock.now(),
          note: 'why' in delivery ? delivery.why : null,
        };
  return deps.store.write((tx) => tx.run(settleOutbox, { shopId, id, attempts, ...outcome }));
}

function hand(deps: Deps, deliveryHandlers: DeliveryHandlers, row: OutboxRow): Promise<Delivery> {
  const { payload } = row;
  // Each handler is given its own kind: the table says which that is, and no type can.
  return deliveryHandlers[payload.kind].deliver(deps, row, payload as never);
}
