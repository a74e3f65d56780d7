import { sweepAccess } from '../access/sweep-access.ts';
import { celebrateOccasions } from '../loyalty/activities/give-occasions.ts';
import type { Deps } from '../deps.ts';
import { sweepSeen } from '../loyalty/earning/sweep-seen.ts';
import { settleDueShoppers } from '../loyalty/ledger/settle-due.ts';
import { sweepMessages } from '../connect/integrations/forget-messages.ts';
import { sweepOrders } from '../connect/integrations/sweep-orders.ts';
import { sweepPrivacyRequests } from '../backoffice/privacy/privacy-requests.ts';
import { deliverDue, sweepOutbox } from '../platform/outbox/deliver-due.ts';
import { createFloodGate } from '../platform/lib/flood-gate.ts';
import { LANES } from '../platform/outbox/lane-rules.ts';
import { sweepPhotos } from '../content/reviews/sweep-photos.ts';
import { sweepRemoved } from '../content/reviews/sweep-removed.ts';
import { forgetSilent } from '../backoffice/privacy/forget-silent.ts';
import { indexShoppers } from '../loyalty/shoppers/index-shoppers.ts';
import { createPlacing } from '../loyalty/shoppers/place-shoppers.ts';
import { sweepWebhooks } from '../connect/webhooks/send-again.ts';
import { COURIERS } from './couriers.ts';
import { forgetOldAnswers } from '../platform/store/forget-answers.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** How often it is said that one job fails: some are tried each second. */
const SAME_JOB_MS = MINUTE_MS;

/** What runs by itself, and how often. */
const jobsOf = (
  deps: Deps,
): readonly (readonly [name: string, everyMs: number, work: () => Promise<unknown>])[] => [
  ...LANES.map((lane): [string, number, () => Promise<unknown>] => [
    `deliver ${lane}`,
    2000,
    () => deliverDue(deps, COURIERS, [lane]),
  ]),
  ['indexShoppers', SECOND_MS, () => indexShoppers(deps)],
  ['placeShoppers', SECOND_MS, createPlacing(deps)],
  ['settleDue', MINUTE_MS, () => settleDueShoppers(deps)],
  ['sweepOrders', MINUTE_MS / 2, () => sweepOrders(deps)],
  ['celebrate', 10 * MINUTE_MS, () => celebrateOccasions(deps)],
  ['forgetAnswers', HOUR_MS, () => forgetOldAnswers(deps.store, deps.clock.now())],
  ['forgetSilent', HOUR_MS, () => forgetSilent(deps)],
  ['sweepPhotos', HOUR_MS, () => sweepPhotos(deps)],
  ['sweepOutbox', HOUR_MS, () => sweepOutbox(deps)],
  ['sweepRemoved', HOUR_MS, () => sweepRemoved(deps)],
  ['sweepAccess', HOUR_MS, () => sweepAccess(deps)],
  ['sweepSeen', HOUR_MS, () => sweepSeen(deps)],
  ['sweepMessages', HOUR_MS, () => sweepMessages(deps)],
  ['sweepWebhooks', HOUR_MS, () => sweepWebhooks(deps)],
  ['sweepPrivacyRequests', HOUR_MS, () => sweepPrivacyRequests(deps)],
];

/**
 * Starts the jobs, each one round at a time: a slow mail server is not asked twice about the same. The
 * answer begins no more rounds, and resolves when those that run have ended: those with much to do look
 * at `deps.underWay` whether they are to stop.
 */
export const startJobs = (deps: Deps): (() => Promise<void>) => {
  const rounds = new Map<string, Promise<void>>();
  const gate = createFloodGate(SAME_JOB_MS);
  const run = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      gate(name, (leftOut) =>
        deps.logger.error({ error, job: name, leftOut }, 'a job failed; it is tried again'),
      );
    }
    rounds.delete(name);
  };
  const timers = jobsOf(deps).map(([name, everyMs, work]) => {
    const timer = setInterval(() => {
      if (!rounds.has(name)) rounds.set(name, run(name, work));
    }, everyMs);
    // A job is no reason for a process to stay.
    return timer.unref();
  });
  return async () => {
    timers.forEach((timer) => clearInterval(timer));
    await Promise.all(rounds.values());
  };
};
