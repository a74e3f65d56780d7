import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';

// `pnpm start` on a built tree must answer within two seconds, so it builds only what has changed.
// The console comes last.
const BUILT = 'admin/dist/manifest.json';
const SOURCES = [
  'widget/src/**/*',
  'packages/client/src/**/*',
  'shared/src/**/*',
  'admin/src/**/*',
  'vite.config.ts',
  'tooling/build/*.ts',
];

const newestMs = Math.max(
  ...SOURCES.flatMap((pattern) => globSync(pattern)).map((path) => statSync(path).mtimeMs),
);
if (!existsSync(BUILT) || statSync(BUILT).mtimeMs < newestMs)
  execFileSync('vite', ['build', '--app'], { stdio: ['ignore', 2, 2] });
