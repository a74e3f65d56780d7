/**
 * Somebody waits for it; it is for their letter box; it is fetched from elsewhere; it came from, or
 * goes to, the shop's platform; it goes to its webhooks.
 */
export type OutboxLane = 'awaited' | 'mail' | 'fetch' | 'platform' | 'webhook';

/** How many of a lane leave at once: a receiver that answers slowly must not keep all others waiting. */
export const LANE_WIDTH: Readonly<Record<OutboxLane, number>> = {
  awaited: 4,
  mail: 1,
  fetch: 1,
  platform: 4,
  webhook: 24,
};

export const LANES: readonly OutboxLane[] = ['awaited', 'mail', 'fetch', 'platform', 'webhook'];
