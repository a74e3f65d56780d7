import type { Simulation, SimulationInput, SimulationProgress } from '@okaeri/shared/simulation';
import type { Deps } from '../deps.ts';
import { inWorker } from '../lib/in-worker.ts';
import type { ShopRow } from '../store/rows.ts';
import { StoreBusyError } from '../store/store.ts';
import { readDraft } from './edit-draft.ts';
import { loadProgram } from './load-program.ts';

const WORKER = new URL('./simulate-worker.ts', import.meta.url);

/** Simulations one server process runs at once: each takes a processor. */
const AT_ONCE = 1;
let running = 0;

type Message = { readonly progress: SimulationProgress } | { readonly result: Simulation };

/**
 * The time machine: replays the shop's own past under a draft and under the
 * programme of today, and tells what would have been different.
 *
 * @throws StoreBusyError while another simulation runs in this process
 */
export const simulateProgram = async (
  deps: Deps,
  input: { shop: ShopRow; request: SimulationInput },
  tell: (progress: SimulationProgress) => void,
): Promise<Simulation> => {
  const { shop, request } = input;
  if (running >= AT_ONCE) throw new StoreBusyError('A simulation is running.');
  running += 1;
  try {
    const key = { shopId: shop.id, version: shop.programVersion };
    const current = await deps.store.read((tx) => loadProgram(deps, tx, key));
    const draft = request.document ?? (await readDraft(deps, shop.id)).program;
    const last = await inWorker<Message>(
      WORKER,
      {
        url: deps.store.url,
        shopId: shop.id,
        current,
        draft,
        from: Date.parse(request.from),
        until: Date.parse(request.until),
        redemptionPercent: request.redemptionPercent,
      },
      (message) => {
        if ('progress' in message) tell(message.progress);
      },
    );
    if ('progress' in last) throw new Error('The simulation ended without a result.');
    return last.result;
  } finally {
    running -= 1;
  }
};
