import { readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells of its processes below `/proc`. */
export const TELLS_PROCESSES = process.platform === 'linux';

/** Processes that one has started and that still run. */
const childrenOf = (pid: number): number[] =>
  threadsOf(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );

/** Those of them that decode photos. */
export const photoProcessesOf = (pid: number): number[] =>
  childrenOf(pid).filter((child) => read(`/proc/${child}/cmdline`).includes('photo-process.js'));

/** What a process was told of its surroundings. */
export const surroundingsOf = (pid: number): string => read(`/proc/${pid}/environ`);

/** The memory a process holds, in bytes. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

/** Runs something and gives the most memory a process and its children held meanwhile, in bytes. */
export const mostMemoryDuring = async (pid: number, run: () => Promise<unknown>) => {
  let most = memoryOfTree(pid);
  const look = setInterval(() => {
    most = Math.max(most, memoryOfTree(pid));
  }, LOOK_EVERY_MS);
  try {
    await run();
    return most;
  } finally {
    clearInterval(look);
  }
};

const LOOK_EVERY_MS = 5;

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** The same with all it has started; shared pages count in each. */
function memoryOfTree(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), memoryOf(pid));
}
