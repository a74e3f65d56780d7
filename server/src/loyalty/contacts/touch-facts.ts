import type { ContactChannel } from '@okaeri/shared/contacts';
import type { Deps } from '../../deps.ts';
import { MINUTE_MS } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import { readAllowance } from '../consents/read-consents.ts';
import { isSuppressed, isSuppressedByHand } from '../consents/suppress-address.ts';
import { loadProgram } from '../program/load-program.ts';
import { bucket } from './bucket-rules.ts';
import type {
  Definition,
  PlannedTouch,
  Reachable,
  Surroundings,
  Touch,
} from './decide-touch-rules.ts';
import { isMarketingPaused } from './count-complaints.ts';
import { quietUntil } from './quiet-rules.ts';
import type { TouchRow } from './tables.ts';
import { priorityOf, type TouchKind } from './touch-kinds.ts';
import { selectCounted, selectDismissed, selectPlanned } from './touch-queries.ts';
import type { Someone } from './touch-types.ts';

/** Touches looked back at, and planned ones that may reserve room: more than a month can hold. */
const LOOKED_AT = 200;
/** After quiet hours those of a shop leave over this time. */
const SPREAD_MS = 30 * MINUTE_MS;

/** What the decision knows of a touch, and the consent by which it may be sent. */
export interface TouchFacts {
  readonly touch: Touch;
  readonly consentId: string | null;
}

/** Reads what the decision must know of one touch. */
export const touchFacts = async (
  deps: Deps,
  tx: Tx,
  { row, definition, ...of }: Someone & { row: TouchRow; definition: Definition },
): Promise<TouchFacts> => {
  const { shop, now } = of;
  const kind = deps.touches[row.kind];
  const settings = contactSettingsOf(shop);
  const { channel } = row;
  const { person, consentId } = await reach(deps, tx, { ...of, kind, channel });
  const { standsForMs, isAwaited, isAboutOwnPoints, isProfiled } = kind;
  const quiet = channel === 'email' ? quietUntil(settings, now, await zoneOf(deps, tx, of)) : null;
  return {
    touch: {
      ...row,
      priority: priorityOf(settings, row),
      standsForMs,
      isAwaited,
      isAboutOwnPoints,
      isProfiled,
      definition,
      person,
      quietUntil: quiet === null ? null : quiet + spread(kind, row.key),
    },
    consentId,
  };
};

/** What a decision is made of besides the touch, with the rows that say so. */
export interface Around extends Surroundings {
  readonly counted: readonly (TouchRow & { readonly decidedAt: number })[];
}

/** What else of the same shopper takes room, or will. */
export const surroundings = async (
  deps: Deps,
  tx: Tx,
  of: Someone & { row: TouchRow },
): Promise<Around> => {
  const { shop, shopper, now } = of;
  const settings = contactSettingsOf(shop);
  const person = { shopId: shop.id, shopperId: shopper.id, limit: LOOKED_AT };
  const counted = await tx.run(selectCounted, person);
  // What was put away is never shown again, also where more was said since than is looked at (E18).
  if (counted.length === LOOKED_AT) {
    const { kind, channel, subject } = of.row;
    const dismissed = { ...person, kind, channel, subject, limit: 1 };
    counted.push(...(await tx.run(selectDismissed, dismissed)));
  }
  const planned: PlannedTouch[] = [];
  for (const row of await tx.run(selectPlanned, person))
    if (row.key !== of.row.key) planned.push(await plannedFacts(deps, tx, { ...of, row }));
  return {
    counted: counted.map((row) => ({ ...row, decidedAt: row.decidedAt ?? row.plannedAt })),
    planned,
    settings,
    isMarketingPaused: await isMarketingPaused(tx, shop.id),
    now,
  };
};

async function plannedFacts(
  deps: Deps,
  tx: Tx,
  { row, ...of }: Someone & { row: TouchRow },
): Promise<PlannedTouch> {
  const kind = deps.touches[row.kind];
  const { person } = await reach(deps, tx, { ...of, kind, channel: row.channel });
  return {
    ...row,
    priority: priorityOf(contactSettingsOf(of.shop), row),
    definition: (await kind.standing?.(tx, { ...of, touch: row })) ?? 'running',
    isReachable: isReachable(kind, person),
  };
}

/** Step 2 of the decision, of a touch that is not asked about now. */
function isReachable(kind: TouchKind, person: Reachable): boolean {
  return (
    (!person.isBlocked || (kind.touchClass === 'service' && kind.isAboutOwnPoints)) &&
    person.hasChannel &&
    person.hasAddress &&
    !person.isSuppressed &&
    person.hasConsent &&
    (!kind.isProfiled || person.mayProfile)
  );
}

async function reach(
  deps: Deps,
  tx: Tx,
  { kind, channel, ...of }: Someone & { kind: TouchKind; channel: ContactChannel },
): Promise<{ person: Reachable; consentId: string | null }> {
  const { shop, shopper } = of;
  const { purpose, touchClass } = kind;
  const isMail = channel === 'email';
  const isStopped = kind.isAskedFor === true ? isSuppressedByHand : isSuppressed;
  const allowance = purpose && (await readAllowance(tx, { ...of, purpose, channel }));
  // What somebody said counts for the mail that it allowed: the two are kept together (L1).
  const isProof = isMail && touchClass === 'marketing' && allowance?.allowed === true;
  return {
    person: {
      isBlocked: shopper.status === 'blocked',
      hasChannel: !isMail || deps.mail !== null,
      hasAddress: !isMail || shopper.email !== null,
      isSuppressed:
        isMail && shopper.email !== null && (await isStopped(tx, shop.id, shopper.email)),
      hasConsent: allowance === null || allowance.allowed,
      mayProfile: shopper.personalised && !contactSettingsOf(shop).addressesChildren,
    },
    consentId: isProof ? (allowance.by?.id ?? null) : null,
  };
}

/** Where the shopper's nights are, else the programme's (E4). */
async function zoneOf(deps: Deps, tx: Tx, { shop, shopper }: Someone): Promise<string> {
  if (shopper.timeZone !== null) return shopper.timeZone;
  const program = { shopId: shop.id, version: shop.programVersion };
  return (await loadProgram(deps, tx, program)).timeZone;
}

function spread({ isSpread }: TouchKind, key: string): number {
  return isSpread === true ? Math.floor(bucket('spread', key) * SPREAD_MS) : 0;
}
