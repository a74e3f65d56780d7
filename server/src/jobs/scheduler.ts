import { sweepAccess } from '../access/sweep-access.ts';
import { celebrateOccasions } from '../activities/give-occasions.ts';
import type { Deps } from '../deps.ts';
import { settleDueShoppers } from '../ledger/settle-due.ts';
import { bringPhoto } from '../imports/bring-photo.ts';
import { deliverDue, sweepOutbox, type Couriers } from '../outbox/deliver-due.ts';
import { LANES } from '../outbox/lane-rules.ts';
import { sendAnswer } from '../questions/send-answer.ts';
import { sendAddressCode, sendReviewRequest } from '../reviews/send-request.ts';
import { sweepPhotos } from '../reviews/sweep-photos.ts';
import { sweepRemoved } from '../reviews/sweep-removed.ts';
import { forgetSilent } from '../privacy/forget-silent.ts';
import { indexShoppers } from '../shoppers/index-shoppers.ts';
import { createPlacing } from '../shoppers/place-shoppers.ts';
import type { OutboxLane } from '../store/documents.ts';
import { forgetOldAnswers } from '../store/forget-answers.ts';

/** How often each job runs. */
const EVERY_MS = {
  deliver: 2000,
  indexShoppers: 1000,
  placeShoppers: 1000,
  settleDue: 60_000,
  celebrate: 600_000,
  forgetAnswers: 3_600_000,
  sweepPhotos: 3_600_000,
  sweepOutbox: 3_600_000,
  sweepRemoved: 3_600_000,
  sweepAccess: 3_600_000,
  forgetSilent: 3_600_000,
} as const;

/** Who delivers what leaves. */
export const COURIERS: Couriers = {
  reviewRequest: sendReviewRequest,
  addressCode: sendAddressCode,
  importedPhoto: bringPhoto,
  answerToQuestion: sendAnswer,
};

/** Starts the jobs. The answer stops them. */
export const startJobs = (deps: Deps): (() => void) => {
  const run = (name: string, work: () => Promise<unknown>) => (): void => {
    work().catch((error: unknown) => deps.logger.error({ error, job: name }, 'a job failed'));
  };
  // One round at a time: a slow mail server is not asked twice about the same.
  const oneAtATime = (work: () => Promise<unknown>) => {
    let round: Promise<unknown> | undefined;
    return (): Promise<unknown> => {
      round ??= work().finally(() => {
        round = undefined;
      });
      return round;
    };
  };
  const deliver = (lane: OutboxLane) => oneAtATime(() => deliverDue(deps, COURIERS, [lane]));
  const timers = [
    ...LANES.map((lane) => setInterval(run(`deliver ${lane}`, deliver(lane)), EVERY_MS.deliver)),
    setInterval(
      run('sweepRemoved', () => sweepRemoved(deps)),
      EVERY_MS.sweepRemoved,
    ),
    setInterval(
      run(
        'indexShoppers',
        oneAtATime(() => indexShoppers(deps)),
      ),
      EVERY_MS.indexShoppers,
    ),
    setInterval(run('placeShoppers', oneAtATime(createPlacing(deps))), EVERY_MS.placeShoppers),
    setInterval(
      run('sweepAccess', () => sweepAccess(deps)),
      EVERY_MS.sweepAccess,
    ),
    setInterval(
      run(
        'forgetSilent',
        oneAtATime(() => forgetSilent(deps)),
      ),
      EVERY_MS.forgetSilent,
    ),
    setInterval(
      run('sweepOutbox', () => sweepOutbox(deps)),
      EVERY_MS.sweepOutbox,
    ),
    setInterval(
      run('settleDue', () => settleDueShoppers(deps)),
      EVERY_MS.settleDue,
    ),
    setInterval(
      run('celebrate', () => celebrateOccasions(deps)),
      EVERY_MS.celebrate,
    ),
    setInterval(
      run('forgetAnswers', () => forgetOldAnswers(deps.store, deps.clock.now())),
      EVERY_MS.forgetAnswers,
    ),
    setInterval(
      run('sweepPhotos', () => sweepPhotos(deps)),
      EVERY_MS.sweepPhotos,
    ),
  ];
  // A job is no reason for a process to stay.
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearInterval(timer));
};
