import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium as the system has it. The one without windows comes first: a journey takes a third less in it. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const INSTALL =
  'apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell';

/**
 * The browser for the journeys: Playwright's own, the system's, else one that is
 * installed now, from Playwright or (on Debian and its kin, as root) from the
 * distribution.
 */
export const ensureBrowser = (playwrightPath: string): string => {
  const found = (): string | undefined => (existsSync(playwrightPath) ? playwrightPath : onPath());
  const present = found();
  if (present !== undefined) return present;
  if (!attempt('playwright', 'install', 'chromium') && process.getuid?.() === 0)
    attempt('sh', '-c', INSTALL);
  const installed = found();
  if (installed === undefined)
    throw new Error(
      'No Chromium was found and none could be installed; install one and try again.',
    );
  return installed;
};

function onPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function attempt(command: string, ...parameters: string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: ['ignore', 2, 2] });
    return true;
  } catch {
    return false;
  }
}
