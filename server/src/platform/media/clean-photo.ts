import type { Outcome } from '../lib/outcome.ts';
import type { Logger } from '../lib/logger.ts';
import { createTurns, QueueFullError } from '../lib/turns.ts';
import type { CleanPhoto } from './photo-messages.ts';
import { KEPT_SIDE_MAX, formatOf, webpKindOf, whyNot } from './photo-rules.ts';
import { PhotoProcessEndedError, startPhotoProcess, type PhotoProcess } from './photo-worker.ts';

/*
 * What shoppers upload, made safe to show (OWASP File Upload Cheat Sheet; reference 5.1):
 * recognised by its first bytes and not by its name, measured before it is decoded, turned
 * upright, always encoded anew, and never larger than a page needs. All of it happens in a
 * process of its own (decision 030).
 */

const QUALITY = 82;

/** What one photo may take, and how long the process waits for the next. */
export interface PhotoLimits {
  /** For reading, decoding and encoding one photo: a slow machine takes five seconds for 48 million pixels. */
  readonly timeMs: number;
  /** For the process to start. */
  readonly startMs: number;
  /** How long it is kept for the next photo. */
  readonly idleMs: number;
  /** How long a photo waits for its turn: its sender does not wait much longer. */
  readonly waitMs: number;
  /** Photos that wait for their turn before the next is asked to come later. */
  readonly waitingMax: number;
  /** What the process may grow by, beside the file itself: `photo-rules.ts` says what photos take. */
  readonly growthBytesMax: number;
}

export const PHOTO_LIMITS: PhotoLimits = {
  timeMs: 20_000,
  startMs: 10_000,
  idleMs: 10_000,
  waitMs: 60_000,
  waitingMax: 20,
  growthBytesMax: 70_000_000,
};

type Cleaned = Outcome<CleanPhoto>;

/**
 * Cleans a photo, or says why it cannot be used. Nothing of the file itself is kept: no
 * name, no metadata, no bytes behind its end.
 *
 * @param sideMax length of the longer side as it is kept; smaller ones stay as they are
 */
export type PhotoCleaner = (bytes: Uint8Array, sideMax?: number) => Promise<Cleaned>;

/** Makes a cleaner; its process starts with the first photo and ends when none comes for a while. */
export const createPhotoCleaner = (
  logger: Logger,
  limits: PhotoLimits = PHOTO_LIMITS,
): PhotoCleaner => {
  const turns = createTurns({ atOnce: 1, waitingMax: limits.waitingMax });
  let standing: PhotoProcess | undefined;
  let leaving: NodeJS.Timeout | undefined;

  const start = async (): Promise<PhotoProcess | undefined> => {
    clearTimeout(leaving);
    if (standing?.isAlive()) return standing;
    try {
      standing = await startPhotoProcess(limits);
      return standing;
    } catch (error) {
      logger.error({ error }, 'the process of photos could not be started');
      return undefined;
    }
  };
  const leaveLater = (): void => {
    leaving = setTimeout(() => standing?.leave(), limits.idleMs).unref();
  };

  const clean = async (bytes: Uint8Array, sideMax: number): Promise<Cleaned> => {
    const worker = await start();
    if (worker === undefined) return busy('Photos cannot be taken now; try again shortly.');
    let isSlow = false;
    const deadline = setTimeout(() => {
      isSlow = true;
      worker.end();
    }, limits.timeMs);
    try {
      return await handOver(worker, bytes, sideMax);
    } catch (error) {
      if (!(error instanceof PhotoProcessEndedError)) throw error;
      logger.warn({ isSlow, bytes: bytes.byteLength }, 'a photo was too much for its process');
      return unusable(isSlow ? TOO_SLOW : TOO_MUCH);
    } finally {
      clearTimeout(deadline);
      leaveLater();
    }
  };

  return async (bytes, sideMax = KEPT_SIDE_MAX) => {
    const format = formatOf(bytes);
    if ('why' in format) return unusable(format.why);
    const cameAt = performance.now();
    try {
      return await turns.run(() =>
        performance.now() - cameAt > limits.waitMs
          ? Promise.resolve(busy(MANY_WAIT))
          : clean(bytes, sideMax),
      );
    } catch (error) {
      if (error instanceof QueueFullError) return busy(MANY_WAIT);
      throw error;
    }
  };
};

const SMALLER = 'save it smaller, or as a JPEG that is not progressive.';
const TOO_SLOW = `The photo takes too long to open; ${SMALLER}`;
const TOO_MUCH = `The photo takes too much memory to open, or is damaged; ${SMALLER}`;
const DAMAGED = 'The photo is damaged, or is not what it says it is.';
const MANY_WAIT = 'Many photos wait; try again shortly.';

function busy(detail: string): Cleaned {
  return { refused: { code: 'busy', detail } };
}

async function handOver(
  worker: PhotoProcess,
  bytes: Uint8Array,
  sideMax: number,
): Promise<Cleaned> {
  const measured = await worker.ask({ kind: 'measure', length: bytes.byteLength }, bytes);
  if (measured.kind !== 'measured') return unusable(DAMAGED);
  const why = whyNot(measured.measures, webpKindOf(bytes));
  if (why !== undefined) {
    await worker.ask({ kind: 'forget' });
    return unusable(why);
  }
  const cleaned = await worker.ask({ kind: 'clean', sideMax, quality: QUALITY });
  return cleaned.kind === 'cleaned' ? { ok: cleaned.photo } : unusable(DAMAGED);
}

function unusable(detail: string): Cleaned {
  return { refused: { code: 'photoNotUsable', detail } };
}
