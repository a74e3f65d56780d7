import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { ShopRow } from '../../access/tables.ts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Deps } from '../../deps.ts';
import { isFor } from '../../loyalty/earning/audience-rules.ts';
import { bucket } from '../../loyalty/contacts/bucket-rules.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { contextOf } from '../../loyalty/shoppers/shopper-context.ts';
import { monthOf } from '../../platform/lib/calendar.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectSurvey } from './queries.ts';
import { loadDefinition } from './read-surveys.ts';
import type { InvitationRow, WaveRow } from './tables.ts';
import { countInvitation } from './results-tally.ts';
import {
  insertInvitation,
  lockShoppersAfter,
  selectInvitation,
  setDrawnTo,
} from './wave-queries.ts';
import { mailAtOf, saltOf } from './wave-rules.ts';

/** Shoppers looked at in one write. */
const PAGE = 100;
const ANYWHERE = { channel: null, market: null };

/** What is asked in a wave, and of whom. */
interface Drawing {
  readonly shop: ShopRow;
  readonly wave: WaveRow;
  readonly definition: SurveyDefinition;
  readonly document: ProgramDocument;
  readonly version: number;
  readonly now: number;
}

/** Draws a page of a wave of many; false once everybody was looked at, or it is over. */
export const drawPage = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; wave: WaveRow; now: number },
): Promise<boolean> => {
  const { shop, wave, now } = input;
  if (wave.drawnTo === null) return false;
  const of = { shopId: shop.id, surveyId: wave.surveyId, key: wave.key };
  const found =
    now < wave.closesAt
      ? await tx.run(lockShoppersAfter, { shopId: shop.id, after: wave.drawnTo, limit: PAGE })
      : [];
  const drawing = await drawingOf(deps, tx, input);
  for (const shopper of found) await draw(tx, drawing, shopper);
  const isMore = found.length === PAGE;
  await tx.run(setDrawnTo, { ...of, drawnTo: isMore ? (found.at(-1)?.id ?? null) : null });
  return isMore;
};

/** Draws the one shopper of a wave of an order or a case. */
export const drawOne = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; wave: WaveRow; shopper: ShopperRow; now: number },
): Promise<void> => draw(tx, await drawingOf(deps, tx, input), input.shopper);

/** An invitation that nothing has become of yet. */
export const newInvitation = (of: {
  wave: Pick<WaveRow, 'shopId' | 'surveyId' | 'key' | 'subject'>;
  shopperId: string;
  version: number;
  insider: boolean;
  mailAt: number | null;
  now: number;
  timeZone: string;
}): InvitationRow => ({
  shopId: of.wave.shopId,
  id: `in_${newId()}`,
  surveyId: of.wave.surveyId,
  wave: of.wave.key,
  shopperId: of.shopperId,
  version: of.version,
  insider: of.insider,
  drawnAt: of.now,
  period: of.wave.subject === null ? of.wave.key : monthOf(of.now, of.timeZone),
  mailAt: of.mailAt,
  firstShownAt: null,
  lastShownAt: null,
  shows: 0,
  channel: null,
  openedAt: null,
  offer: null,
  dismissedAt: null,
  answeredAt: null,
  lapsedAt: null,
});

async function drawingOf(
  deps: Deps,
  tx: Tx,
  { shop, wave, now }: { shop: ShopRow; wave: WaveRow; now: number },
): Promise<Drawing> {
  const survey = await first(tx, selectSurvey, { shopId: shop.id, id: wave.surveyId });
  const version = survey?.version ?? wave.version;
  const of = { shopId: shop.id, surveyId: wave.surveyId, version };
  const definition = await loadDefinition(tx, of);
  const { document } = await currentProgram(deps, tx, shop);
  return { shop, wave, definition, document, version, now };
}

/** Who is not in the sample has no row; nor has who is of the shop, blocked, or nobody any more. */
async function draw(tx: Tx, drawing: Drawing, shopper: ShopperRow): Promise<void> {
  const { shop, wave, definition, document, version, now } = drawing;
  if (shopper.mergedInto !== null || shopper.erasedAt !== null) return;
  if (shopper.status === 'blocked' || isInsider(shopper, settingsOf(shop))) return;
  const salt = saltOf(wave.surveyId, wave.key);
  if (bucket(salt, shopper.id) >= wave.sampleRate) return;
  if (!(await fits(tx, drawing, shopper))) return;
  const { timeZone } = document;
  const mailAt = mailAtOf(wave, {
    mailAfterDays: definition.mailAfterDays,
    timeZone,
    isOfMany: wave.subject === null,
    place: bucket(`mail:${salt}`, shopper.id),
  });
  const of = { wave, shopperId: shopper.id, version, insider: false, mailAt, now, timeZone };
  const place = { shopId: shop.id, surveyId: wave.surveyId, wave: wave.key, shopperId: shopper.id };
  // Drawn again, as when a message is delivered twice, it stands as it is.
  if ((await first(tx, selectInvitation, place)) !== undefined) return;
  const invitation = newInvitation(of);
  await tx.run(insertInvitation, invitation);
  await countInvitation(tx, null, invitation);
}

async function fits(
  tx: Tx,
  { definition: { audience }, document, now }: Drawing,
  shopper: ShopperRow,
): Promise<boolean> {
  if (audience.tierIds === undefined && audience.segmentIds === undefined) return true;
  return isFor(audience, await contextOf(tx, shopper, document, now), ANYWHERE);
}
