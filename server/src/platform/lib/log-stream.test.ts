import { describe, expect, it } from 'vitest';
import { createLogStream, type LogSink } from './log-stream.ts';

const LIMITS = { waitingMax: 100, chunkMax: 40, retryMs: 1, flushMs: 50 };
const LINE = `${'x'.repeat(9)}\n`;

/** A destination that can be full, and takes as much as it may. */
const openSink = () => {
  const sink = {
    bytes: [] as Uint8Array[],
    get text(): string {
      return Buffer.concat(sink.bytes).toString();
    },
    fault: undefined as string | undefined,
    bytesMax: Infinity,
    calls: 0,
    write: ((chunk, done) => {
      sink.calls += 1;
      setImmediate(() => {
        if (sink.fault !== undefined)
          return done(Object.assign(new Error('fault'), { code: sink.fault }), 0);
        const taken = chunk.subarray(0, Math.min(chunk.length, sink.bytesMax));
        sink.bytes.push(taken);
        return done(null, taken.length);
      });
    }) satisfies LogSink,
  };
  return sink;
};

const flushed = (stream: { flush(done: () => void): void }): Promise<void> =>
  new Promise((resolve) => stream.flush(resolve));
const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe('the stream of the log', () => {
  it('writes every line, in order, where the destination takes them piece by piece', async () => {
    const sink = openSink();
    sink.bytesMax = 7;
    const stream = createLogStream(sink.write, { ...LIMITS, waitingMax: 10_000, flushMs: 5000 });
    const lines = Array.from({ length: 100 }, (_, i) => `line ${i} é\n`);
    for (const line of lines) stream.write(line);
    await flushed(stream);
    expect(sink.text).toBe(lines.join(''));
  });

  it.each(['ENOSPC', 'EPIPE', 'EAGAIN', 'EIO'])(
    'keeps what there is room for while the destination says %s, and then says how many lines were lost',
    async (fault) => {
      const sink = openSink();
      sink.fault = fault;
      const stream = createLogStream(sink.write, LIMITS);
      // The first is being written; ten wait; the others are lost.
      for (let i = 0; i < 61; i += 1) stream.write(LINE);
      await later(20);
      expect(sink.text).toBe('');
      sink.fault = undefined;
      await flushed(stream);
      const lines = sink.text.trimEnd().split('\n');
      expect(lines.slice(0, -1)).toEqual(Array.from({ length: 11 }, () => LINE.trimEnd()));
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level: 40, lost: 50 });
      stream.write('after\n');
      await flushed(stream);
      expect(sink.text.endsWith('after\n')).toBe(true);
      expect(sink.text.match(/"lost"/g)).toHaveLength(1);
    },
  );

  it('asks a destination that takes nothing again only after a while', async () => {
    const sink = openSink();
    sink.fault = 'ENOSPC';
    const stream = createLogStream(sink.write, { ...LIMITS, retryMs: 10_000 });
    for (let i = 0; i < 1000; i += 1) stream.write(LINE);
    await later(30);
    expect(sink.calls).toBe(1);
  });

  it('is flushed after a limit of time, where the destination takes nothing', async () => {
    const stream = createLogStream(() => undefined, LIMITS);
    stream.write(LINE);
    await flushed(stream);
    await flushed(createLogStream(() => undefined, LIMITS));
  });

  it('gives what waits, with how many were lost, to the end of the process', () => {
    const stream = createLogStream(() => undefined, LIMITS);
    for (let i = 0; i < 13; i += 1) stream.write(LINE);
    const lines = stream.takeRest().trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ lost: 2 });
    expect(stream.takeRest()).toBe('');
  });
});
