import { Worker, type Transferable } from 'node:worker_threads';
import { TookTooLongError, throwIfStopped, WorkStoppedError } from './ended-work.ts';

/** The work needed more memory than its worker may have, and was ended. */
export class WorkerMemoryError extends Error {
  override readonly name = 'WorkerMemoryError';
}

/**
 * Megabytes for objects that were just made. At its limit Node lets a worker's heap grow by 16 MB to be
 * ended in order; more than that moved at once out of a larger young generation would end the whole
 * process. So the limit is the last resort: what a worker works at must be bounded by itself.
 */
const YOUNG_MB = 12;

/** Work for a worker, and what it may take. */
export interface WorkerOrder<Message> {
  /** Gets what the worker posts with `post` of `worker-side.ts`; what it posts last is the answer. */
  readonly module: URL;
  readonly data: unknown;
  /** Moved into the worker instead of copied: nobody here may use it any more. */
  readonly transfer?: readonly Transferable[];
  /** After this time the worker is ended. */
  readonly timeoutMs: number;
  /** What the caller is advised to do when it took too long. */
  readonly advice?: string;
  /** Megabytes of heap it may have. */
  readonly heapMbMax: number;
  /** Ends the worker when nobody wants its answer any more. */
  readonly signal?: AbortSignal | undefined;
  readonly hear?: (message: Message) => void;
}

/**
 * Runs a module beside the event loop and gives the last message it posted. However it ends, the
 * worker is gone and its memory with it before the promise settles.
 *
 * @throws TookTooLongError after `timeoutMs`
 * @throws WorkStoppedError when the signal says so
 * @throws WorkerMemoryError when it needed more than `heapMbMax`
 */
export async function inWorker<Message>(order: WorkerOrder<Message>): Promise<Message> {
  const { module, data, transfer = [], timeoutMs, heapMbMax, signal } = order;
  throwIfStopped(signal);
  const resourceLimits = {
    maxOldGenerationSizeMb: heapMbMax,
    maxYoungGenerationSizeMb: YOUNG_MB,
  };
  const worker = new Worker(module, {
    workerData: data,
    transferList: [...transfer],
    resourceLimits,
  });
  const said: { last?: Message } = {};
  let failed: { readonly why: unknown } | undefined;
  const fail = (why: unknown): void => {
    failed ??= { why };
  };
  const end = (why: Error): void => {
    fail(why);
    void worker.terminate();
  };
  worker.on('message', (message: Message) => {
    if (failed !== undefined) return;
    said.last = message;
    try {
      order.hear?.(message);
    } catch (error) {
      fail(error);
      void worker.terminate();
    }
    // It may go on: what it posts does not pile up here.
    worker.postMessage(null);
  });
  worker.on('error', (error) => fail(isOutOfMemory(error) ? outOfMemory(heapMbMax, error) : error));
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  const stop = (): void => end(new WorkStoppedError());
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(() => {
    end(new TookTooLongError(timeoutMs, order.advice));
  }, timeoutMs);
  await gone;
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  if (failed !== undefined) throw failed.why;
  if (said.last === undefined) throw new Error(`${module.pathname} ended without a word.`);
  return said.last;
}

/** Bytes with a buffer of their own, so that they can be moved: the same ones where they have it. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isOwn ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(heapMbMax: number, cause: unknown): WorkerMemoryError {
  return new WorkerMemoryError(`It needed more than ${heapMbMax} MB.`, { cause });
}
