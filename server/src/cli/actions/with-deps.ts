import { findShop, findShopByPublicKey } from '../../access/find-shop.ts';
import { readConfig } from '../../config.ts';
import { createDeps } from '../../create-deps.ts';
import type { Deps } from '../../deps.ts';
import { systemClock } from '../../platform/lib/clock.ts';
import { createFetchOutside } from '../../platform/lib/fetch-outside.ts';
import { createLogger } from '../../platform/lib/logger.ts';
import { openMedia } from '../../platform/media/open-media.ts';
import { openStore } from '../../open-store.ts';
import { COMMAND_WORK_LIMITS } from '../../work-limits.ts';
import type { ShopRow } from '../../access/tables.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Opens the store the environment names for one command, and closes it whatever happens. */
export const withDeps = async <T>(work: (deps: Deps) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env);
  const logger = createLogger('warn');
  const store = await openStore(config.databaseUrl, logger);
  try {
    return await work(
      createDeps({
        store,
        clock: systemClock,
        logger,
        secretKey: config.secretKey,
        publicUrl: config.publicUrl,
        allowedAddresses: config.allowedAddresses,
        media: openMedia(config),
        // A command sends nothing: what is to leave waits for the server.
        mail: null,
        fetchOutside: createFetchOutside(),
        workLimits: COMMAND_WORK_LIMITS,
      }),
    );
  } finally {
    await store.close();
  }
};

/**
 * The same for a command that ends in order after the row it is at: when it is interrupted, and at
 * once when it is interrupted again.
 */
export const withStoppableDeps = <T>(work: (deps: Deps) => Promise<T>): Promise<T> =>
  withDeps(async (deps) => {
    const stop = (): void => {
      console.error('Ending after this row. Interrupt again to end at once.');
      void deps.underWay.stop();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    try {
      return await work(deps);
    } finally {
      for (const signal of SIGNALS) process.off(signal, stop);
    }
  });

/** The shop a command names, by its id or its public key. */
export const requireShop = async (deps: Deps, name: string): Promise<ShopRow> => {
  const shop = (await findShop(deps, name)) ?? (await findShopByPublicKey(deps, name));
  if (shop === undefined) throw new Error(`There is no shop "${name}".`);
  return shop;
};
