import type { OutboxLane, OutboxPayload } from '../store/documents.ts';

const LANE_OF: Readonly<Record<OutboxPayload['kind'], OutboxLane>> = {
  addressCode: 'awaited',
  reviewRequest: 'mail',
  answerToQuestion: 'mail',
  importedPhoto: 'fetch',
  platformMessage: 'platform',
  platformVoucher: 'awaited',
};

/** In which lane something leaves: thousands of photos must not keep a code from its shopper. */
export const laneOf = ({ kind }: OutboxPayload): OutboxLane => LANE_OF[kind];

export const LANES: readonly OutboxLane[] = ['awaited', 'mail', 'fetch', 'platform', 'webhook'];
