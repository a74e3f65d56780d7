import { readProxies } from '../platform/lib/client-address.ts';
import { createLogger } from '../platform/lib/logger.ts';
import { createRateLimits, type RateLimits } from '../platform/http/rate-limits.ts';

/** Limits that nobody meets, for tests in which one shopper sends more than anybody may in ten minutes. */
export const wideRates = (): RateLimits =>
  createRateLimits({ trustedProxies: readProxies(''), logger: createLogger('silent') }, 1000);
