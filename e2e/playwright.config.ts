import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, defineConfig } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';

const PORT = Number(process.env['OKAERI_E2E_PORT'] ?? 4177);
/** Where e-mail goes: a test that is about e-mail listens there. */
export const MAIL_PORT = 4179;

/** Chromium reaches nothing but this machine, and needs no sandbox of its own where tests run as root. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Each worker reads this file anew, and all of them mean the same server.
process.env['OKAERI_E2E_DATABASE'] ??=
  `file:${join(mkdtempSync(join(tmpdir(), 'okaeri-e2e-')), 'e2e.db')}`;
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
      DATABASE_URL: process.env['OKAERI_E2E_DATABASE'],
      PUBLIC_URL: `http://localhost:${PORT}`,
      SMTP_URL: `smtp://127.0.0.1:${MAIL_PORT}`,
      MAIL_FROM: 'reviews@okaeri.example',
      DEMO: 'on',
      LOG_LEVEL: 'warn',
    },
  },
});
