import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';
import { TASKS, type StepsOf } from './merchant-tasks.ts';
import { BEFORE } from './tasks-before.ts';
import { handOn } from './tasks-hand.ts';
import { NOW } from './tasks-now.ts';
import { openMerchant } from './tasks-merchant.ts';
import { joinAsOwner, serveTree } from './tasks-shop.ts';

/*
 * Twenty tasks of a merchant, each done in the console by what is seen, with its taps and seconds. `pnpm tasks` does
 * them in this tree; `pnpm tasks --root ../before --console 071fbb8` in a checkout of that revision, which is installed
 * and built. A task begins at the console's home and ends where the console says that it is done. Seconds are those of
 * the browser and the server: nobody reads or thinks.
 */

const CONSOLES: Readonly<Record<string, StepsOf>> = { now: NOW, '071fbb8': BEFORE };

interface Done {
  readonly task: string;
  readonly taps: number | string;
  readonly seconds: string;
}

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: join(import.meta.dirname, '..') },
    console: { type: 'string', default: 'now' },
  },
});
const steps = CONSOLES[values.console];
if (steps === undefined)
  throw new Error(`There are steps for ${Object.keys(CONSOLES).join(' and ')} alone.`);
const server = await serveTree(resolve(values.root));
try {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(chromium.executablePath()),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const done = await doAll(browser, steps);
  await browser.close();
  console.table(done);
  process.exitCode = done.some(({ seconds }) => seconds === 'failed') ? 1 : 0;
} finally {
  await server.stop();
}

async function doAll(browser: Browser, of: StepsOf): Promise<Done[]> {
  const context = await browser.newContext({
    baseURL: server.origin,
    locale: 'en',
    viewport: { width: 1280, height: 860 },
  });
  await joinAsOwner(context.request, server);
  const merchant = await openMerchant(context, server.origin);
  const all: Done[] = [];
  for (const task of TASKS) {
    const how = of[task.name];
    if ('before' in task) await task.before(await merchant.world());
    const title = task.title;
    if (typeof how === 'string') {
      all.push({ task: title, taps: 'not possible', seconds: how });
      continue;
    }
    const hand = handOn(merchant.page);
    await merchant.goHome();
    const startedAt = performance.now();
    const fault = await how(hand, merchant.scene).then(
      () => null,
      (error: unknown) => error,
    );
    if (fault !== null) console.error(title, fault);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    all.push({ task: title, taps: hand.taps(), seconds: fault === null ? seconds : 'failed' });
  }
  merchant.close();
  return all;
}
