import { execFileSync } from 'node:child_process';

// `pnpm migrations add-tiers`: what has changed in the tables, as SQL for both engines.
const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Name the migration in small letters: pnpm migrations add-tiers');
  process.exit(1);
}
for (const engine of ['sqlite', 'postgres'])
  execFileSync(
    'pnpm',
    [
      '--filter',
      '@okaeri/server',
      'exec',
      'drizzle-kit',
      'generate',
      '--config',
      `drizzle.${engine}.ts`,
      '--name',
      name,
    ],
    { stdio: 'inherit' },
  );
