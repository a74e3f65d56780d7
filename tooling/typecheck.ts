import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** Every TypeScript project of the house, those first that take longest: they read the server's sources too. */
const PROJECTS = [
  'server',
  'admin',
  'tooling',
  'shared',
  'packages/client',
  'packages/node',
  'widget',
  'examples/demo-shop',
  'examples/react',
  'integrations',
  'e2e',
  'bench',
];

const failed: string[] = [];
const waiting = PROJECTS.values();
await Promise.all(Array.from({ length: availableParallelism() }, checkOneByOne));
if (failed.length > 0) {
  console.error(`Types do not hold in ${failed.join(', ')}.`);
  process.exitCode = 1;
}

/** Checks what nobody else has begun with, until nothing is left. */
async function checkOneByOne(): Promise<void> {
  for (const project of waiting) if (!(await holds(project))) failed.push(project);
}

/** In one thread each: four, as the compiler takes them by itself, know the same types four times. */
async function holds(project: string): Promise<boolean> {
  const compiler = spawn('tsc', ['-p', project, '--singleThreaded'], { stdio: 'inherit' });
  const [code] = (await once(compiler, 'exit')) as [number | null];
  return code === 0;
}
