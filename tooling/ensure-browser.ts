import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser without windows: a journey takes a third less in it. */
const SHELL = 'chromium-headless-shell';
/** Chromium as the system has it. */
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const INSTALL = `apt-get update && apt-get install -y --no-install-recommends chromium ${SHELL}`;

/**
 * The browser for the journeys: Playwright's own, the system's, else one that is
 * installed now, from Playwright or (on Debian and its kin, as root) from the
 * distribution.
 */
export const ensureBrowser = (playwrightPath: string): string => {
  const found = (): string | undefined =>
    existsSync(playwrightPath) ? playwrightPath : onPath([SHELL, ...WHOLE]);
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

/** A browser that does all that a shopper's does, such as keep a page that is left; undefined where there is none. */
export const wholeBrowser = (playwrightPath: string): string | undefined =>
  existsSync(playwrightPath) ? playwrightPath : onPath(WHOLE);

function onPath(names: readonly string[]): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
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
