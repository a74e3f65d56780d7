import type { OutboxLane, OutboxPayload } from '../store/documents.ts';

const LANE_OF: Readonly<Record<OutboxPayload['kind'], OutboxLane>> = {
  addressCode: 'awaited',
  reviewRequest: 'mail',
  answerToQuestion: 'mail',
  importedPhoto: 'fetch',
  platformMessage: 'platform',
  platformVoucher: 'awaited',
  webhook: 'webhook',
};

/** In which lane something leaves: thousands of photos must not keep a code from its shopper. */
export const laneOf = ({ kind }: OutboxPayload): OutboxLane => LANE_OF[kind];

/** How many of a lane leave at once: whoever answers slowly must not keep all others waiting. */
export const LANE_WIDTH: Readonly<Record<OutboxLane, number>> = {
  awaited: 4,
  mail: 1,
  fetch: 1,
  platform: 4,
  webhook: 24,
};

export const LANES: readonly OutboxLane[] = ['awaited', 'mail', 'fetch', 'platform', 'webhook'];
