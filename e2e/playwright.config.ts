import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, defineConfig } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';

const PORT = 4177;

/** Chromium reaches nothing but this machine, and needs no sandbox of its own where tests run as root. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

process.env['OKAERI_CHROMIUM'] ??= ensureBrowser(chromium.executablePath());

export default defineConfig({
  testMatch: '*.e2e.ts',
  outputDir: 'output',
  fullyParallel: false,
  workers: 1,
  timeout: 30_000,
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en',
    launchOptions: { executablePath: process.env['OKAERI_CHROMIUM'], args: BROWSER_FLAGS },
  },
  webServer: {
    command: 'node ../server/src/main.ts',
    url: `http://localhost:${PORT}/healthz`,
    env: {
      PORT: String(PORT),
      DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'okaeri-e2e-')), 'e2e.db')}`,
      DEMO: 'on',
      LOG_LEVEL: 'warn',
    },
  },
});
