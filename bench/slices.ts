import { readdirSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { CONNECTIONS, type Load } from './load.ts';
import type { Served } from './processes.ts';

/** A server, and what it is asked. */
export interface Contestant {
  readonly server: Served;
  readonly next: Load['next'];
  /** What changes meanwhile, so many times a second: it is asked beside, and not counted. */
  readonly beside?: { readonly next: Load['next']; readonly perSecond: number };
}

/** What slices came to, one after the other. */
export interface Taken {
  readonly perSecond: number[];
  /** Processor time of a request in nanoseconds; nothing where the system does not say. */
  readonly processorNs: number[];
}

/** Shorter than the phases in which a machine is slow; autocannon counts in whole seconds. */
const SLICE_SECONDS = 1;
/** Until the engine has compiled what is asked often. */
const WARM_UP_SLICES = 3;

/**
 * Asks both in turns, a slice of time each, so that whatever else the machine does falls on both. Which is
 * asked first changes from slice to slice.
 */
export const takeSlices = async (
  pair: readonly [Contestant, Contestant],
  slices: number,
): Promise<[Taken, Taken]> => {
  const taken: [Taken, Taken] = [
    { perSecond: [], processorNs: [] },
    { perSecond: [], processorNs: [] },
  ];
  for (let slice = -WARM_UP_SLICES; slice < slices; slice += 1)
    for (const which of slice % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      await takeSlice(pair[which], slice < 0 ? undefined : taken[which]);
  return taken;
};

async function takeSlice({ server, next, beside }: Contestant, into?: Taken): Promise<void> {
  const stopBeside = beside === undefined ? () => undefined : keepAsking(server, beside);
  const usedNs = processorNsOf(server.pid);
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: SLICE_SECONDS,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  stopBeside();
  const { non2xx, errors, duration } = result;
  const answered = result['2xx'];
  if (non2xx > 0 || errors > 0)
    throw new Error(`${non2xx} answers were no success and ${errors} did not come.`);
  into?.perSecond.push(answered / duration);
  const nowNs = processorNsOf(server.pid);
  if (usedNs !== undefined && nowNs !== undefined)
    into?.processorNs.push((nowNs - usedNs) / answered);
}

/** Asks evenly until it is told to stop. */
function keepAsking(
  { url }: Served,
  { next, perSecond }: NonNullable<Contestant['beside']>,
): () => void {
  const ask = async (): Promise<void> => {
    const { path, ...init } = next();
    const answer = await fetch(url + path, init);
    if (!answer.ok) throw new Error(`A change was answered ${answer.status}.`);
    await answer.arrayBuffer();
  };
  const timer = setInterval(() => void ask(), 1000 / perSecond);
  return () => clearInterval(timer);
}

/** Processor time of a process so far, which Linux counts in nanoseconds (`proc(5)`, `schedstat`). */
function processorNsOf(pid: number): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
      const text = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8');
      return sum + Number(text.split(' ')[0]);
    }, 0);
  } catch {
    return undefined;
  }
}
