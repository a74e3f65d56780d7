import { spawnSync } from 'node:child_process';

/** Every TypeScript project of the house. */
const PROJECTS = [
  'shared',
  'server',
  'packages/client',
  'packages/node',
  'widget',
  'admin',
  'examples/demo-shop',
  'examples/react',
  'integrations',
  'e2e',
  'bench',
  'tooling',
];

const failed = PROJECTS.filter(
  (project) => spawnSync('tsc', ['-p', project], { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) {
  console.error(`Types do not hold in ${failed.join(', ')}.`);
  process.exitCode = 1;
}
