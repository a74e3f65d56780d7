import { describe, expect, it } from 'vitest';
import { TookTooLongError, WorkStoppedError } from './ended-work.ts';
import { inWorker, ownBytes, WorkerMemoryError, type WorkerOrder } from './in-worker.ts';

/** A worker of these lines. */
const saying = (lines: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';\n${lines}`)}`,
  );
/** Longer than any test takes: what ends sooner was not ended by time. */
const LONG_MS = 600_000;
const NEVER = saying('for (;;) {}');

const run = (module: URL, more: Partial<WorkerOrder<unknown>> = {}): Promise<unknown> =>
  inWorker({ module, data: null, timeoutMs: LONG_MS, heapMbMax: 64, ...more });

describe('work in a worker', () => {
  it('gives the last message, and lets each one before it be heard', async () => {
    const heard: unknown[] = [];
    const counts = saying('for (const n of workerData) parentPort.postMessage(n);');
    expect(await run(counts, { data: [1, 2, 3], hear: (n) => heard.push(n) })).toBe(3);
    expect(heard).toEqual([1, 2, 3]);
  });

  it('is ended after its time when it never ends, and can be run again', async () => {
    await expect(run(NEVER, { timeoutMs: 50 })).rejects.toBeInstanceOf(TookTooLongError);
    expect(await run(saying('parentPort.postMessage("here")'))).toBe('here');
  });

  it('is ended when the signal says that nobody waits for it', async () => {
    const client = new AbortController();
    const running = run(NEVER, { signal: client.signal });
    client.abort();
    await expect(running).rejects.toBeInstanceOf(WorkStoppedError);
  });

  it('does not begin when nobody waits for it any more', async () => {
    const refused = run(NEVER, { signal: AbortSignal.abort() });
    await expect(refused).rejects.toBeInstanceOf(WorkStoppedError);
  });

  it('fails with what it threw', async () => {
    await expect(run(saying('throw new RangeError("no")'))).rejects.toThrow('no');
  });

  it('fails with what the one who hears it threw', async () => {
    const refused = run(saying('parentPort.postMessage(1); setInterval(() => 0, 1000);'), {
      hear() {
        throw new Error('enough');
      },
    });
    await expect(refused).rejects.toThrow('enough');
  });

  it('is ended alone when it needs more memory than it may have', async () => {
    const greedy = saying(
      'const all = []; for (;;) all.push(Array.from({ length: 1000 }, () => ({})));',
    );
    await expect(run(greedy)).rejects.toBeInstanceOf(WorkerMemoryError);
  });

  it('fails when it exits without a word', async () => {
    await expect(run(saying('process.exit(0)'))).rejects.toThrow('without a word');
  });

  it('takes bytes along without copying them', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const length = saying('parentPort.postMessage(workerData.byteLength)');
    expect(await run(length, { data: bytes, transfer: [bytes.buffer] })).toBe(3);
    expect(bytes.byteLength).toBe(0);
  });
});

describe('bytes that can be moved', () => {
  it('are the same where they have a buffer of their own, and a copy where they share one', () => {
    const own = new Uint8Array([1, 2]);
    expect(ownBytes(own).buffer).toBe(own.buffer);
    const shared = new Uint8Array([1, 2, 3]).subarray(1);
    const copied = ownBytes(shared);
    expect([...copied]).toEqual([2, 3]);
    expect(copied.buffer).not.toBe(shared.buffer);
  });
});
