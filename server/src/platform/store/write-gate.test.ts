import { describe, expect, it } from 'vitest';
import { StoreBusyError, type WriteLane } from './store.ts';
import { createWriteGate } from './write-gate.ts';

const LIMITS = { writersMax: 4, visitorWritersMax: 2, visitorTurn: 4, connectMs: 60_000 };

/** Work that begins and ends when the test wants it. */
const openWork = (limits = LIMITS) => {
  const gate = createWriteGate(limits);
  const began: string[] = [];
  const running: (() => void)[] = [];
  const ends: Promise<unknown>[] = [];
  return {
    began,
    ends,
    add(lane: WriteLane, name: string): Promise<unknown> {
      const end = gate.run(lane, () => {
        began.push(name);
        return new Promise<void>((done) => running.push(done));
      });
      ends.push(end);
      return end;
    },
    /** Ends the first that runs, and lets the next begin. */
    async end(): Promise<void> {
      running.shift()?.();
      await settle();
    },
    left: () => running.length,
  };
};

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('turns of writes', () => {
  it('lets visitors have no more than their part of the connections, and merchants all of them', async () => {
    const work = openWork();
    for (let i = 0; i < 5; i += 1) void work.add('visitor', `v${i}`);
    await settle();
    expect(work.began).toEqual(['v0', 'v1']);
    for (let i = 0; i < 5; i += 1) void work.add('merchant', `m${i}`);
    await settle();
    expect(work.began).toEqual(['v0', 'v1', 'm0', 'm1']);
    while (work.left() > 0) await work.end();
    await Promise.all(work.ends);
    expect(work.began).toHaveLength(10);
  });

  it('lets merchants go first, and gives visitors every fourth turn', async () => {
    const work = openWork({ ...LIMITS, writersMax: 1 });
    for (let i = 0; i < 9; i += 1) void work.add('merchant', 'm');
    for (let i = 0; i < 3; i += 1) void work.add('visitor', 'v');
    await settle();
    while (work.left() > 0) await work.end();
    expect(work.began.join('')).toBe('mmmmvmmmvmmv');
  });

  it('refuses what found no turn in time, and goes on with the others', async () => {
    const work = openWork({ ...LIMITS, writersMax: 1, connectMs: 30 });
    void work.add('merchant', 'a');
    await expect(work.add('merchant', 'b')).rejects.toBeInstanceOf(StoreBusyError);
    void work.add('merchant', 'c').catch(() => undefined);
    await work.end();
    expect(work.began).toEqual(['a', 'c']);
    await work.end();
  });

  it('gives the turn on where the work fails', async () => {
    const gate = createWriteGate({ ...LIMITS, writersMax: 1 });
    const failing = gate.run('merchant', () => Promise.reject(new Error('no')));
    const next = gate.run('visitor', () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
