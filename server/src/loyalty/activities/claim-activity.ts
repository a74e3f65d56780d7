import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ClaimTicket } from '@okaeri/shared/activities';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { randomToken } from '../../platform/lib/ids.ts';
import { currentProgram } from '../program/load-program.ts';
import type { ShopperIdentity } from '../shoppers/resolve-shopper.ts';
import {
  CLAIM_LIFE_MS,
  claimableRule,
  isNonceFor,
  nonceFor,
  type ClaimableRule,
} from './claim-rules.ts';
import { recordActivity, type ActivityOutcome } from './record-activity.ts';
import type { ShopRow } from '../../access/tables.ts';

const RANDOM_BYTES = 9;

const NOT_CLAIMABLE = {
  refused: { code: 'claimNotValid', detail: 'A browser cannot claim this.' },
} as const;

/** Gives a browser a nonce for one claim, used once and soon. */
export const giveClaimTicket = async (
  deps: Deps,
  input: { shop: ShopRow; externalId: string; ruleId: string },
): Promise<Outcome<ClaimTicket>> => {
  const { shop, externalId, ruleId } = input;
  if ((await findRule(deps, shop, ruleId)) === undefined) return NOT_CLAIMABLE;
  const { secretKey } = deps;
  const expiresAt = deps.clock.now() + CLAIM_LIFE_MS;
  const scope = { shopId: shop.id, externalId, ruleId };
  const random = randomToken(RANDOM_BYTES);
  const nonce = nonceFor(scope, { secretKey, random, expiresAt });
  return { ok: { nonce, expiresAt: isoOf(expiresAt) } };
};

/** Takes a claim of a browser that was given a nonce for it. */
export const claimActivity = async (
  deps: Deps,
  input: {
    shop: ShopRow;
    who: ShopperIdentity & { externalId: string };
    ruleId: string;
    nonce: string;
  },
): Promise<ActivityOutcome> => {
  const { shop, who, ruleId, nonce } = input;
  const { externalId } = who;
  const found = await findRule(deps, shop, ruleId);
  if (found === undefined) return NOT_CLAIMABLE;
  const scope = { shopId: shop.id, externalId, ruleId };
  // The nonce lives in real time, whatever a sandbox shop's clock says.
  const { secretKey } = deps;
  if (!isNonceFor(nonce, scope, { secretKey, now: deps.clock.now() }))
    return { refused: { code: 'claimNotValid', detail: 'Ask for a nonce and use it soon.' } };
  const { rule, timeZone } = found;
  const day = dayOf(nowOf(deps, shop), timeZone);
  return recordActivity(deps, {
    shop,
    who,
    act: (now, shopperId) => ({
      id: actIdOf(rule, { shopperId, nonce, day }),
      facts: { kind: rule.on, name: rule.id, at: now, amountMinor: null, currency: null },
      channel: null,
      market: null,
    }),
  });
};

function findRule(
  deps: Deps,
  shop: ShopRow,
  ruleId: string,
): Promise<{ rule: ClaimableRule; timeZone: string } | undefined> {
  return deps.store.read(async (tx) => {
    const { document } = await currentProgram(deps, tx, shop);
    const rule = claimableRule(document, ruleId);
    return rule && { rule, timeZone: document.timeZone };
  });
}

/** The act's id: visits are one a day whatever the nonce, other claims one a nonce. */
function actIdOf(
  rule: ClaimableRule,
  claim: { shopperId: string; nonce: string; day: number },
): string {
  return rule.on === 'visit'
    ? `visit:${claim.shopperId}:${claim.day}:${rule.id}`
    : `claim:${claim.nonce}`;
}
