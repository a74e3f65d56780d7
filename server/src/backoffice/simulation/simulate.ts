import type { Simulation, SimulationInput, SimulationProgress } from '@okaeri/shared/simulation';
import type { Deps } from '../../deps.ts';
import { inWorker } from '../../platform/lib/in-worker.ts';
import { createOnePerOwner } from '../../platform/lib/one-per-owner.ts';
import { createTurns } from '../../platform/lib/turns.ts';
import { readDraft } from '../program-editor/edit-draft.ts';
import { expectReturn } from './expect-return.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import type { ShopRow } from '../../access/tables.ts';

const WORKER = new URL('./simulate-worker.ts', import.meta.url);

/** Simulations one server process runs at once, as each takes a processor, and how many may wait. */
export const SIMULATIONS = { atOnce: 1, waitingMax: 4 } as const;

const turns = createTurns(SIMULATIONS);
const oneOfShop = createOnePerOwner('A simulation of this shop runs or waits already.');

type Message =
  | { readonly progress: SimulationProgress }
  | { readonly result: Omit<Simulation, 'expectedReturn'> };

interface SimulationOrder {
  readonly shop: ShopRow;
  readonly request: SimulationInput;
  /** Ends it when the client is gone. */
  readonly signal?: AbortSignal;
}

/**
 * The time machine: replays the shop's own past under a draft and under the
 * programme of today, and reports what would have been different.
 *
 * @throws QueueFullError while one of this shop runs or waits, or too many of others wait
 * @throws TookTooLongError when it took longer than it may
 */
export const simulateProgram = (
  deps: Deps,
  order: SimulationOrder,
  report: (progress: SimulationProgress) => void,
): Promise<Simulation> =>
  oneOfShop.run(order.shop.id, () =>
    turns.run(() => deps.underWay.hold(replay(deps, order, report))),
  );

async function replay(
  deps: Deps,
  { shop, request, signal }: SimulationOrder,
  report: (progress: SimulationProgress) => void,
): Promise<Simulation> {
  const key = { shopId: shop.id, version: shop.programVersion };
  const current = await deps.store.read((tx) => loadProgram(deps, tx, key));
  const draft = request.document ?? (await readDraft(deps, shop.id)).program;
  const last = await inWorker<Message>({
    module: WORKER,
    data: {
      url: deps.store.url,
      shopId: shop.id,
      current,
      draft,
      from: Date.parse(request.from),
      until: Date.parse(request.until),
      redemptionPercent: request.redemptionPercent,
    },
    timeoutMs: deps.workLimits.simulateMs,
    advice: 'choose a shorter period',
    heapMbMax: deps.workLimits.walkHeapMb,
    signal: deps.underWay.until(signal),
    hear: (message) => {
      if ('progress' in message) report(message.progress);
    },
  });
  if ('progress' in last) throw new Error('The simulation ended without a result.');
  const { result } = last;
  const expectedReturn = await expectReturn(deps, shop, {
    result,
    currentCurrency: current.currency,
    from: Date.parse(request.from),
    until: Date.parse(request.until),
  });
  return { ...result, expectedReturn };
}
