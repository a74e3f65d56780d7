import { chromium, defineConfig } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';
import { keepTemporaryFilesInMemory } from '../tooling/memory-folder.ts';

/** Chromium reaches nothing but this machine, and needs no sandbox of its own where tests run as root. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

keepTemporaryFilesInMemory();

// Each worker reads this file anew, and all of them mean the same browser.
process.env['OKAERI_CHROMIUM'] ??= ensureBrowser(chromium.executablePath());

/** Each worker has a server of its own (`server.ts`). Twice as many as two cores: a page often waits for its timers. */
const WORKERS = Number(process.env['OKAERI_E2E_WORKERS'] ?? 4);

export default defineConfig({
  testMatch: '*.e2e.ts',
  outputDir: 'output',
  fullyParallel: false,
  workers: WORKERS,
  // What happens is asserted, not how fast: a busy machine is no fault, and speed is the benchmark's.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  use: {
    locale: 'en',
    launchOptions: { executablePath: process.env['OKAERI_CHROMIUM'], args: BROWSER_FLAGS },
  },
});
