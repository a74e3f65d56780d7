import type { TouchRow } from '../loyalty/contacts/tables.ts';

/** A message of marketing that was sent at once when it was planned, unless it was held. */
export const aTouch = (
  change: Pick<TouchRow, 'shopId' | 'shopperId' | 'key' | 'id' | 'plannedAt'> & Partial<TouchRow>,
): TouchRow => {
  const { plannedAt, arm = 'treated' } = change;
  return {
    kind: 'nextStep',
    touchClass: 'marketing',
    channel: 'email',
    subject: '',
    priority: 30,
    arm,
    dueAt: plannedAt,
    validUntil: plannedAt,
    askAt: plannedAt,
    waitReason: null,
    decision: arm === 'held' ? 'held' : 'sent',
    reason: null,
    decidedAt: plannedAt,
    consentId: null,
    addressDigest: null,
    failedAt: null,
    bouncedAt: null,
    complainedAt: null,
    clickedAt: null,
    dismissedAt: null,
    unsubscribedAt: null,
    ...change,
  };
};
