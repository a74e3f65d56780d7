import { execFileSync, spawnSync } from 'node:child_process';

/**
 * PHP and its code sniffer, for the plugin: the system's, else (on Debian and its kin, as root)
 * installed now from the distribution.
 */
export const ensurePhp = (): void => {
  if (has('php') && has('phpcs')) return;
  if (process.getuid?.() === 0)
    execFileSync(
      'sh',
      [
        '-c',
        'apt-get update && apt-get install -y --no-install-recommends php-cli php-codesniffer',
      ],
      { stdio: ['ignore', 2, 2] },
    );
  if (!has('php') || !has('phpcs'))
    throw new Error(
      'The plugin needs PHP and phpcs to be checked; install php-cli and php-codesniffer.',
    );
};

function has(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0;
}
