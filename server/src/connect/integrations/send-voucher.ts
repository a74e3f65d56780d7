import { keyedHash } from '../../platform/lib/keyed-hash.ts';
import { findShop } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { codeOfBytes } from '../../platform/lib/ids.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ATTEMPTS_MAX } from '../../platform/outbox/backoff-rules.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { CODE_LENGTH, formatCode } from '../../loyalty/rewards/code-rules.ts';
import { fulfilRedemption } from '../../loyalty/rewards/fulfil-redemption.ts';
import { readWaiting, type WaitingRedemption } from '../../loyalty/rewards/read-waiting.ts';
import { confirmRelease, releaseRedemption } from '../../loyalty/rewards/release-redemption.ts';
import { findConnection, type OpenConnection } from './find-connection.ts';
import { adapterOf } from './platforms.ts';
import type { VoucherRequest } from './contract/voucher-request.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import type { ShopRow } from '../../access/tables.ts';

type VoucherPayload = OutboxPayload<'platformVoucher'>;

interface Errand {
  readonly shop: ShopRow;
  readonly connection: OpenConnection;
  readonly redemption: WaitingRedemption;
}

/** How each errand is run, and the state a redemption waits for it in. */
const ERRANDS: Readonly<
  Record<
    VoucherPayload['act'],
    { readonly run: typeof make; readonly awaited: WaitingRedemption['state'] }
  >
> = {
  make: { run: make, awaited: 'held' },
  delete: { run: unmake, awaited: 'releasing' },
  renew: { run: renew, awaited: 'issued' },
};

/** Makes a redemption's code at the shop's platform, deletes it there before points go back, or makes it good again. */
export const sendVoucher = async (
  deps: Deps,
  row: OutboxRow,
  { redemptionId, act }: VoucherPayload,
): Promise<Delivery> => {
  const shop = await findShop(deps, row.shopId);
  const connection = await findConnection(deps, row.shopId);
  if (shop === undefined || connection?.row.state !== 'connected')
    return { kind: 'dropped', why: 'no platform is connected; the shop’s own backend sees to it' };
  const redemption = await readWaiting(deps, { shop, id: redemptionId });
  if (redemption?.state !== ERRANDS[act].awaited)
    return { kind: 'dropped', why: 'it does not wait any more' };
  return run(deps, row, { shop, connection, redemption }, act);
};

async function run(deps: Deps, row: OutboxRow, errand: Errand, act: VoucherPayload['act']) {
  try {
    await ERRANDS[act].run(deps, errand);
    return { kind: 'sent' } as const;
  } catch (error) {
    const isFinal = adapterOf(errand.connection).isRefusal(error);
    if (act !== 'delete' && (isFinal || row.attempts >= ATTEMPTS_MAX)) await giveBack(deps, errand);
    if (!isFinal) throw error;
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) } as const;
  }
}

/** What cannot be made costs nobody anything: the points go back (semantics, rule 15). */
function giveBack(deps: Deps, { shop, redemption }: Errand): Promise<unknown> {
  return releaseRedemption(deps, { shop, redemptionId: redemption.id, shopperExternalId: null });
}

async function make(deps: Deps, errand: Errand): Promise<void> {
  const { shop, connection, redemption } = errand;
  const order = orderOf(deps, errand);
  await adapterOf(connection).makeVoucher(deps, connection, order);
  await fulfilRedemption(deps, {
    shop,
    redemptionId: redemption.id,
    with: { code: order.code },
    expireAt: endOf(redemption),
  });
}

async function unmake(deps: Deps, { shop, connection, redemption }: Errand): Promise<void> {
  if (redemption.code !== '')
    await adapterOf(connection).deleteVoucher(deps, connection, redemption.code);
  await confirmRelease(deps, { shop, redemptionId: redemption.id });
}

function renew(deps: Deps, errand: Errand): Promise<void> {
  const { connection } = errand;
  return adapterOf(connection).renewVoucher(deps, connection, orderOf(deps, errand));
}

/** What a redemption's code is to be, the same however often it is asked. */
function orderOf(deps: Deps, { shop, redemption }: Errand): VoucherRequest {
  return {
    code: codeFor(deps, redemption.id),
    title: redemption.title,
    reward: redemption.reward,
    valueMinor: redemption.valueMinor,
    currency: redemption.currency,
    customerId: redemption.shopperExternalId,
    email: redemption.shopperEmail,
    startsAt: redemption.createdAt - shop.clockOffsetMs,
    endsAt: endOf(redemption) - shop.clockOffsetMs,
  };
}

/** When a code ends: counted from the redemption, so that it is the same however often it is tried. */
function endOf({ createdAt, reward }: WaitingRedemption): number {
  return createdAt + reward.validDays * DAY_MS;
}

/**
 * The code a redemption has at its platform: the same each time it is tried, so that an answer that
 * was lost makes no second code, and not to be guessed by anybody (semantics, rule 18).
 */
function codeFor(deps: Deps, redemptionId: string): string {
  const bytes = keyedHash(deps.secretKey, `voucher ${redemptionId}`);
  return formatCode(codeOfBytes(bytes.subarray(0, CODE_LENGTH)));
}
