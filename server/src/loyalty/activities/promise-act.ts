import type { ActRule } from '@okaeri/shared/earning';
import type { PromisedUse } from '../earning/cap-rules.ts';
import { roomIn } from '../earning/use-caps.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { ProgramVersion } from '../program/load-program.ts';
import { contextOf } from '../shoppers/shopper-context.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { activityParts, type ActivityTerms } from './activity-rules.ts';
import { useOf, usesOf, type KeptOffer, type OfferTerms } from './promise-rules.ts';

/** An act of one kind, promised. */
type Kind = ActRule['on'];

/**
 * Promises what acts of these kinds are worth to this shopper now. Rules, campaigns, tiers and limits may be others by
 * the time they are done; what is promised is paid (E38). What was promised before and is not done yet has taken its
 * room, so that nobody is promised more than a limit by asking often.
 *
 * @param input.promised what was promised to the same shopper and is not done yet; asked for where something is limited
 * @returns the points by kind, and whether a limit made them fewer
 */
export const promiseActs = async <K extends Kind>(
  tx: Tx,
  input: {
    shopper: ShopperRow;
    program: ProgramVersion;
    kinds: readonly K[];
    promised: () => Promise<readonly KeptOffer[]>;
    now: number;
  },
): Promise<{
  points: Readonly<Partial<Record<K, number>>>;
  offer: KeptOffer & { terms: OfferTerms };
  isLimited: boolean;
}> => {
  const { shopper, program, now } = input;
  const { document, version } = program;
  const who = await contextOf(tx, shopper, document, now);
  const place = { channel: null, market: null };
  const terms: ActivityTerms = { document, programVersion: version, who, place };
  const owner = { shopId: shopper.shopId, shopperId: shopper.id, timeZone: document.timeZone };
  const granted: Record<string, number> = {};
  const points: Partial<Record<K, number>> = {};
  let taken: PromisedUse[] | undefined;
  let isLimited = false;
  for (const kind of input.kinds) {
    const facts = { kind, name: null, at: now, amountMinor: null, currency: null };
    let sum = 0;
    for (const { part, desired, caps } of activityParts(facts, terms)) {
      if (caps.length === 0) {
        sum += desired;
        continue;
      }
      taken ??= usesOf(await input.promised());
      const own = { times: 0, points: 0 };
      const room = await roomIn(tx, owner, { caps, at: now, own, peek: true, promised: taken });
      granted[part] = Math.min(desired, room.points);
      isLimited ||= granted[part] < desired;
      taken.push(...useOf(part, granted[part], now));
      sum += granted[part];
    }
    points[kind] = sum;
  }
  const offer = { programVersion: version, shownAt: isoOf(now), terms: { who, granted } };
  return { points, offer, isLimited };
};
