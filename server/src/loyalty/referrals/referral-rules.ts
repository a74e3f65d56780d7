import { keyedHash } from '../../platform/lib/keyed-hash.ts';
import type { ReferralRule } from '@okaeri/shared/earning';
import { emailParts } from '@okaeri/shared/emails';
import type { OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import { isImport } from '../ledger/adjustment-rules.ts';
import type { ReferralCheck, ReferralState } from '@okaeri/shared/referrals';

/** Digests of origins remembered of one shopper. */
const ORIGINS_MAX = 20;

/** The rule on referrals of a programme, switched on. */
export const referralRuleOf = (document: ProgramDocument): ReferralRule | undefined =>
  document.earning.find((rule): rule is ReferralRule => rule.on === 'referral' && rule.enabled);

/** Keyed digests of where an order came from, by kind: they can be compared and not read. */
export const originDigests = (
  secretKey: Buffer,
  shopId: string,
  origin: OrderState['origin'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(origin ?? {}).flatMap(([kind, value]) =>
      value == null
        ? []
        : [
            [
              kind,
              keyedHash(secretKey, JSON.stringify([shopId, kind, value.trim().toLowerCase()]))
                .toString('base64url')
                .slice(0, 16),
            ],
          ],
    ),
  );

/**
 * Providers at whom dots before the @ say nothing, and the name their addresses go by. Google:
 * https://support.google.com/mail/answer/7436150. Anywhere else a dot makes another mailbox.
 */
const WITHOUT_DOTS: Readonly<Record<string, string>> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
};

/**
 * One spelling of addresses that may be one person's: what follows a plus is a mark of their own (RFC 5233),
 * and some providers leave dots out. It is a likeness and no proof.
 */
export const plainEmail = (email: string): string => {
  const { local, domain } = emailParts(email);
  const name = local.replace(/\+.*$/, '');
  const provider = WITHOUT_DOTS[domain];
  return provider === undefined ? `${name}@${domain}` : `${name.replaceAll('.', '')}@${provider}`;
};

/** What the checks of a referral look at. */
export interface ReferralFacts {
  readonly referrer: {
    readonly id: string;
    readonly email: string | null;
    readonly origins: readonly string[];
  };
  readonly friend: { readonly id: string; readonly email: string | null };
  /** Whether the friend had bought before. */
  readonly priorCustomer: boolean;
  readonly basketMinor: number;
  readonly currency: string;
  readonly digests: Readonly<Record<string, string>>;
  /** Referrals from this address within a week, and of this referrer within a day, before this one. */
  readonly fromAddress: number;
  readonly ofReferrer: number;
}

/** Runs every check, so that the person who looks at it later sees all of them. */
export const checkReferral = (
  rule: ReferralRule,
  facts: ReferralFacts,
): readonly ReferralCheck[] => {
  const { referrer, friend, digests } = facts;
  const checks: ReferralCheck[] = [];
  const check = (
    name: ReferralCheck['check'],
    fails: boolean,
    outcome: 'doubtful' | 'declined',
  ): void => {
    checks.push({ check: name, outcome: fails ? outcome : 'passed' });
  };
  const minimum = rule.minimumBasket[facts.currency];
  const sameEmail =
    referrer.email !== null &&
    friend.email !== null &&
    plainEmail(referrer.email) === plainEmail(friend.email);
  const { address, ...others } = digests;
  const shares = (digest: string | undefined): boolean =>
    digest !== undefined && referrer.origins.includes(digest);
  check('ownOrder', referrer.id === friend.id, 'declined');
  check('priorCustomer', facts.priorCustomer, 'declined');
  check('minimumBasket', minimum !== undefined && facts.basketMinor < minimum, 'declined');
  // Families and offices share these, and two people may have addresses that are alike: a person decides.
  check('emailVariant', sameEmail, 'doubtful');
  check('sameAddress', shares(address), 'doubtful');
  check('sharedOrigin', Object.values(others).some(shares), 'doubtful');
  check('addressVelocity', facts.fromAddress >= rule.sameAddressMax, 'doubtful');
  check('referrerVelocity', facts.ofReferrer >= rule.perDayMax, 'doubtful');
  return checks;
};

/** What the checks come to. */
export const stateOf = (checks: readonly ReferralCheck[]): ReferralState => {
  if (checks.some(({ outcome }) => outcome === 'declined')) return 'declined';
  return checks.some(({ outcome }) => outcome === 'doubtful') ? 'doubtful' : 'approved';
};

/** The latest origins of a shopper, this order's among them. */
export const withOrigins = (
  known: readonly string[],
  digests: Readonly<Record<string, string>>,
): readonly string[] => [...new Set([...Object.values(digests), ...known])].slice(0, ORIGINS_MAX);

/** A referral that came with a file of members has no order here: in its place stand the file and the friend. */
export const importedOrderId = (importId: string, friendId: string): string =>
  `${importId}:${friendId}`;

/** What the places of orders of a file's referrals look like, as SQL's `like` takes it. */
export const importedOrdersOf = (importId: string): string => `${importId}:%`;

export const isImportedOrder = (orderId: string): boolean =>
  isImport(orderId) && orderId.includes(':');
