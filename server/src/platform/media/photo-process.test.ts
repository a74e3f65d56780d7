import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { greyJpeg } from '../../testing/photo-files.ts';
import { photoProcessesOf, surroundingsOf, TELLS_PROCESSES } from '../../testing/process-tree.ts';
import { createPhotoCleaner, PHOTO_LIMITS, type PhotoLimits } from './clean-photo.ts';

const CLEAN_AND_WAIT = join(import.meta.dirname, '../../testing/clean-and-wait.ts');
const SOON_MS = 20_000;

const small = greyJpeg({ width: 64, height: 64 });
/** Takes a tenth of a second at least, wherever it is. */
const large = greyJpeg({ width: 8064, height: 6048 });
const TAKEN = { ok: { width: 64, height: 64 } };

const cleanerWith = (limits: Partial<PhotoLimits> = {}) =>
  createPhotoCleaner(createLogger('silent'), { ...PHOTO_LIMITS, ...limits });

/** Limits of which one is another for the first photo that asks for it. */
const firstWith = (name: 'timeMs' | 'growthBytesMax', first: number): PhotoLimits => {
  let asked = 0;
  return Object.defineProperty({ ...PHOTO_LIMITS }, name, {
    get: () => ((asked += 1) === 1 ? first : PHOTO_LIMITS[name]),
  });
};

const until = async (holds: () => boolean): Promise<void> => {
  const giveUpAt = Date.now() + SOON_MS;
  while (!holds()) {
    if (Date.now() > giveUpAt) throw new Error('It never came to that.');
    await wait(10);
  }
};

describe('the process of photos', () => {
  it('is ended when a photo takes too long, and those that wait are cleaned by a fresh one', async () => {
    const clean = createPhotoCleaner(createLogger('silent'), firstWith('timeMs', 1));
    const [slow, next, last] = await Promise.all([clean(large), clean(small), clean(small)]);
    expect(slow).toMatchObject({
      refused: { code: 'photoNotUsable', detail: expect.stringContaining('too long') },
    });
    expect([next, last]).toMatchObject([TAKEN, TAKEN]);
  });

  it('ends itself when a photo takes too much memory, and the next is cleaned by a fresh one', async () => {
    const limits = firstWith('growthBytesMax', 1_000_000);
    const clean = createPhotoCleaner(createLogger('silent'), limits);
    const [heavy, next] = await Promise.all([clean(large), clean(small)]);
    expect(heavy).toMatchObject({
      refused: { code: 'photoNotUsable', detail: expect.stringContaining('too much memory') },
    });
    expect(next).toMatchObject(TAKEN);
  });

  it('that does not start in time is no fault of the photo', async () => {
    expect(await cleanerWith({ startMs: 1 })(small)).toMatchObject({ refused: { code: 'busy' } });
  });

  it('works on one photo at a time, and one more than may wait is asked to come later', async () => {
    const clean = cleanerWith({ waitingMax: 2 });
    const all = await Promise.all([clean(large), clean(small), clean(small), clean(small)]);
    expect(all.slice(0, 3)).toMatchObject([{ ok: {} }, TAKEN, TAKEN]);
    expect(all[3]).toMatchObject({ refused: { code: 'busy' } });
  });

  it('does not begin with a photo that has waited too long', async () => {
    const clean = cleanerWith({ waitMs: 0 });
    const [, waited] = await Promise.all([clean(large), clean(small)]);
    expect(waited).toMatchObject({ refused: { code: 'busy' } });
  });

  it('holds nobody up who wants to end', async () => {
    const child = spawn(process.execPath, [CLEAN_AND_WAIT], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = text(child.stdout);
    // The process of photos would wait for an hour.
    await once(child, 'exit');
    expect(await said).toBe('cleaned');
  });
});

describe.skipIf(!TELLS_PROCESSES)('the process of photos, seen from outside,', () => {
  const mine = (): number[] => photoProcessesOf(process.pid);
  beforeEach(() => until(() => mine().length === 0), SOON_MS);
  afterEach(() => mine().forEach((pid) => process.kill(pid, 'SIGKILL')));

  it('is not started before the first photo, and not for what is none', async () => {
    const clean = cleanerWith();
    await clean(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(mine()).toEqual([]);
  });

  it('is the same for the next photo, and ends when none comes for a while', async () => {
    const clean = cleanerWith({ idleMs: 2000 });
    await clean(small);
    const [first] = mine();
    await clean(small);
    expect(mine()).toEqual([first]);
    await until(() => mine().length === 0);
    expect(await clean(small)).toMatchObject(TAKEN);
  });

  it('knows no secret of the server', async () => {
    process.env['OKAERI_TEST_SECRET'] = 'a secret of the server';
    try {
      await cleanerWith()(small);
      const [pid = 0] = mine();
      expect(surroundingsOf(pid)).toContain('UV_THREADPOOL_SIZE=1');
      expect(surroundingsOf(pid)).not.toContain('a secret of the server');
    } finally {
      delete process.env['OKAERI_TEST_SECRET'];
    }
  });

  it('that somebody ends is lost to one photo alone', async () => {
    const clean = cleanerWith();
    await clean(small);
    const [lost, next] = [clean(large), clean(small)];
    mine().forEach((pid) => process.kill(pid, 'SIGKILL'));
    expect(await lost).toMatchObject({ refused: { code: 'photoNotUsable' } });
    expect(await next).toMatchObject(TAKEN);
  });

  it('ends with a server that is killed, and not by what stops a server', async () => {
    const server = spawn(process.execPath, [CLEAN_AND_WAIT, 'stay'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(server.stdout, 'data');
    const [pid = 0] = photoProcessesOf(server.pid ?? 0);
    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGTERM');
    await wait(100);
    expect(photoProcessesOf(server.pid ?? 0)).toEqual([pid]);
    server.kill('SIGKILL');
    await once(server, 'exit');
    await until(() => !surroundingsOf(pid).includes('UV_THREADPOOL_SIZE'));
  });
});
