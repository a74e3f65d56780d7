import { signal } from '@preact/signals';
import { SETUP_STEPS, type Overview } from '@okaeri/shared/setup';
import { ApiError, request } from '../lib/request.ts';
import { readJson, saveJson } from '../lib/local-json.ts';
import { api, shopId } from './session.ts';

/** What waits for a person, and what of the set-up is done; null until it is known of this shop. */
export const overview = signal<Overview | null>(null);

/** By how much the shop's clock is ahead of this browser's; to the minute, so that an answer's way does not count. */
export const clockAhead = signal(0);

/** Grows with each move of a sandbox shop's clock: what was read before is of another day. */
export const clockMoves = signal(0);

const MINUTE_MS = 60_000;
const SET_UP = 'okaeri.console.setUp';
let last = 0;

// Of another shop nothing is known; the frame asks with each page.
shopId.subscribe(() => {
  overview.value = null;
  clockAhead.value = 0;
});

/** Asks (again); of two askings the later counts. */
export async function loadOverview(): Promise<void> {
  last += 1;
  const mine = last;
  try {
    const found = await request(api().overview.$get());
    if (mine !== last) return;
    overview.value = found;
    clockAhead.value = Math.round((Date.parse(found.now) - Date.now()) / MINUTE_MS) * MINUTE_MS;
    if (isAllDone(found)) saveJson(`${SET_UP}.${shopId.peek() ?? ''}`, true);
  } catch (error) {
    // Nothing on the page depends on it: what is known stays.
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Whether every step is done; before it is known, as it was known last in this browser. */
export const isSetUp = (): boolean =>
  overview.value === null
    ? readJson(`${SET_UP}.${shopId.value ?? ''}`) === true
    : isAllDone(overview.value);

function isAllDone({ done }: Overview): boolean {
  return done.length === SETUP_STEPS.length;
}
