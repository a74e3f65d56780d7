import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PhotoAnswer, PhotoTask } from './photo-messages.ts';

const MODULE = fileURLToPath(new URL('photo-process.js', import.meta.url));

/** No compiler: what it would make faster is ten lines, and it takes 9 MB. */
const FLAGS = ['--jitless', '--expose-gc'];

/**
 * What the process gets of its environment: where libraries and drafts are, and no secret.
 * The rest is for glibc, which else keeps 15 to 80 MB of every photo for the next, and for
 * Node, whose threads beyond one would have nothing to do.
 */
const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR', 'TEMP'];
const SET = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
  UV_THREADPOOL_SIZE: '1',
} as const;

/** The process ended before it had answered: the photo was too much for it, or too slow. */
export class PhotoProcessEndedError extends Error {
  override readonly name = 'PhotoProcessEndedError';
}

/** A process that has started, and works on one photo at a time. */
export interface PhotoProcess {
  /**
   * Gives it a task, and the bytes of a photo with it.
   *
   * @throws PhotoProcessEndedError when it ended instead of answering
   */
  ask(task: PhotoTask, bytes?: Uint8Array): Promise<PhotoAnswer>;
  isAlive(): boolean;
  /** Ends it at once, whatever it is at. */
  end(): void;
  /** Lets it end by itself; it is given nothing any more. */
  leave(): void;
}

/**
 * Starts the process in which photos are decoded. It holds nobody up who wants to end, and ends
 * when this process does, however that ends.
 *
 * @throws PhotoProcessEndedError when it does not start in time
 */
export const startPhotoProcess = async (limits: {
  readonly startMs: number;
  readonly growthBytesMax: number;
}): Promise<PhotoProcess> => {
  const child = fork(MODULE, [String(limits.growthBytesMax)], {
    serialization: 'advanced',
    execArgv: FLAGS,
    env: environment(),
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
  const worker = handle(child);
  const late = setTimeout(() => worker.end(), limits.startMs);
  try {
    await worker.hear();
  } finally {
    clearTimeout(late);
  }
  child.unref();
  child.channel?.unref();
  return worker;
};

interface Listener {
  readonly resolve: (answer: PhotoAnswer) => void;
  readonly reject: (error: Error) => void;
}

function environment(): Record<string, string> {
  const passed = PASSED_ON.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(passed), ...SET };
}

function handle(child: ChildProcess): PhotoProcess & { hear(): Promise<PhotoAnswer> } {
  let alive = true;
  let listener: Listener | undefined;
  const lose = (why: string): void => {
    alive = false;
    listener?.reject(new PhotoProcessEndedError(why));
    listener = undefined;
  };
  child.on('message', (answer: PhotoAnswer) => {
    // One that could not give its memory back is not asked again.
    if ('isSpent' in answer && answer.isSpent) leave();
    listener?.resolve(answer);
    listener = undefined;
  });
  child.once('exit', (code, signal) => lose(`It ended with ${signal ?? code}.`));
  child.on('error', (error) => lose(error.message));
  // It may end before it has read all of a photo; its end is what is reported.
  child.stdin?.on('error', () => undefined);
  const hear = (): Promise<PhotoAnswer> =>
    new Promise((resolve, reject) => {
      if (alive) listener = { resolve, reject };
      else reject(new PhotoProcessEndedError('It has ended.'));
    });
  function leave(): void {
    alive = false;
    if (child.connected) child.disconnect();
  }
  return {
    hear,
    ask(task, bytes) {
      const answer = hear();
      if (alive) child.send(task);
      if (alive && bytes !== undefined) child.stdin?.write(bytes);
      return answer;
    },
    isAlive: () => alive,
    end() {
      // The caller is answered at once, and not when the system has cleared up.
      lose('It was ended.');
      child.kill('SIGKILL');
    },
    leave,
  };
}
