import type { Server } from 'node:http';
import { createDemoShop, type DemoShop } from '@okaeri/demo-shop/backend';
import { forVisitors } from '../access/for-visitors.ts';
import { firstPersonUrl } from '../access/join-team.ts';
import { createApp } from '../app.ts';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { jobsOf } from '../compose-areas.ts';
import { createDeps } from '../create-deps.ts';
import type { Deps } from '../deps.ts';
import { createRateLimits } from '../platform/http/rate-limits.ts';
import { listen, type Answering } from './listen.ts';
import { createMeDoor } from './me-door.ts';
import { nameMetrics } from './metrics.ts';
import { startJobs } from '../jobs/scheduler.ts';
import { systemClock } from '../platform/lib/clock.ts';
import { createTextLookup } from '../platform/lib/look-up-texts.ts';
import { createFetchOutside } from '../platform/lib/fetch-outside.ts';
import { hearConsole } from '../platform/lib/console-log.ts';
import { createLogger, flushLog, type Logger } from '../platform/lib/logger.ts';
import { openDemoAccount } from './seed-demo.ts';
import { CONSOLE_FOLDER, WIDGET_FOLDER } from './widget-folder.ts';
import { openMailSender } from '../platform/mail/mail-sender.ts';
import { openMedia } from '../platform/media/open-media.ts';
import { openStore } from '../open-store.ts';
import { StoreUnavailableError } from '../platform/store/store.ts';

/** How long requests, jobs and whatever else is under way may take when the server is asked to stop. */
const SHUTDOWN_MS = 10_000;

const openDemo = async (deps: Deps, config: Config): Promise<DemoShop | undefined> => {
  if (!config.demo) return undefined;
  const account = await openDemoAccount(deps, config);
  return createDemoShop({
    apiUrl: `http://127.0.0.1:${config.port}`,
    shopUrl: `${config.publicUrl}/demo`,
    ...account,
  });
};

/** Answers until the server is ready; a load balancer comes back. */
const starting: Answering['fetch'] = () =>
  new Response('starting', { status: 503, headers: { 'Retry-After': '1' } });

const listenOn = async (answering: Answering, port: number): Promise<Server> => {
  try {
    return await listen(answering, { port });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? new ConfigError(`Port ${port} is in use; set PORT to another.`) : error;
  }
};

const announce = async (deps: Deps, config: Config): Promise<void> => {
  const first = await firstPersonUrl(deps);
  const lines = [
    config.demo ? `Demo shop   ${config.publicUrl}/demo` : '',
    `Widget      ${config.publicUrl}/widget/v1/okaeri.js`,
    `Console     ${first ?? `${config.publicUrl}/console`}`,
    first === null ? '' : '            (this link is for the first person, and good once)',
    `API         ${config.publicUrl}/docs`,
  ];
  console.log(`\nOkaeri is running.\n\n  ${lines.filter(Boolean).join('\n  ')}\n`);
};

/** Ends once what is under way (requests, jobs, what they began) has ended, and is written to the log. */
const createStop = (
  server: Server,
  deps: Pick<Deps, 'store' | 'logger' | 'underWay' | 'mail'>,
  stopJobs: () => Promise<void>,
): (() => void) => {
  const { store, logger, underWay, mail } = deps;
  let stopping = false;
  const end = async (): Promise<void> => {
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    await Promise.all([closed, stopJobs(), underWay.stop()]);
    mail?.close();
    await store.close().catch((error: unknown) => {
      logger.error({ error }, 'the database could not be closed');
    });
    await flushLog(logger);
    process.exit(0);
  };
  return () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS);
    void end();
  };
};

/** What nobody caught ends the process, as its state is not known any more; the log says why. */
const endByFault = async (logger: Logger, error: unknown): Promise<void> => {
  logger.fatal({ error }, 'the server ends, by an error that nobody caught');
  await flushLog(logger);
  process.exit(1);
};

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  // The port first: a process that cannot have it must not touch what another process is serving.
  const answering: Answering = { fetch: starting };
  const server = await listenOn(answering, config.port);
  const store = await openStore(config.databaseUrl, logger);
  const media = openMedia(config);
  const { secretKey, publicUrl, trustedProxies, allowedAddresses } = config;
  const mail = config.mail && openMailSender(config.mail);
  const clock = systemClock;
  const outside = {
    fetchOutside: createFetchOutside(),
    lookUpTexts: createTextLookup(config.dnsServers),
  };
  const deps = createDeps({
    store,
    clock,
    logger,
    secretKey,
    publicUrl,
    media,
    mail,
    trustedProxies,
    allowedAddresses,
    rates: createRateLimits({ trustedProxies, logger }, config.rateLimitScale),
    ...outside,
  });
  nameMetrics(deps);
  deps.metrics.watchProcess();
  const demo = await openDemo(deps, config);
  const app = createApp(deps, { widgetFolder: WIDGET_FOLDER, consoleFolder: CONSOLE_FOLDER });
  if (demo) app.route('/demo', demo.app);
  app.get('/', (c) => c.redirect(demo ? '/demo' : '/console'));
  answering.fetch = app.fetch;
  answering.door = createMeDoor(forVisitors(deps));
  const stopJobs = startJobs(deps, jobsOf(deps));
  await demo?.seed();
  await announce(deps, config);

  hearConsole(logger);
  process.on('uncaughtException', (error) => void endByFault(logger, error));
  const stop = createStop(server, deps, stopJobs);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

// The console's own: once the server runs, what is written there goes to the log.
const { error: say } = console;

try {
  await main();
} catch (error) {
  // What the person who starts it can mend is said in words; anything else with its stack.
  const isTold = error instanceof ConfigError || error instanceof StoreUnavailableError;
  say(isTold ? error.message : error);
  process.exit(1);
}
