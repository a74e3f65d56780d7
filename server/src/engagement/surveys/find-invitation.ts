import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { Refusal } from '@okaeri/shared/errors';
import { nowOf } from '../../access/shop-clock.ts';
import type { Writer } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import { lockAuthor } from '../../content/moderation/find-author.ts';
import type { Deps } from '../../deps.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { hasLapsed, loadAsked, type Invited } from './asking.ts';
import { newInvitation } from './draw-wave.ts';
import { selectSurvey } from './queries.ts';
import { unknownSurvey } from './read-surveys.ts';
import type { InvitationRow } from './tables.ts';
import {
  insertInvitation,
  selectInvitation,
  selectWave,
  updateInvitation,
} from './wave-queries.ts';
import { closesAtOf, isTaken } from './wave-rules.ts';

/** Somebody's request about one wave of a survey: with their token, or a link that was sent to them. */
export interface RespondentContext {
  readonly shop: ShopRow;
  readonly writer: Writer;
  readonly surveyId: string;
  readonly wave: string;
}

/** Whoever answers, with their row locked, and what they were invited to. */
export interface Respondent extends Invited {
  readonly definition: SurveyDefinition;
  readonly shopper: ShopperRow;
  readonly now: number;
}

const CLOSED = {
  code: 'surveyClosed',
  detail: 'The survey takes no answers any more.',
} as const;

/** Finds whom a request is of, and what they were invited to. */
export const findRespondent = async (
  deps: Deps,
  tx: Tx,
  asker: RespondentContext,
): Promise<Outcome<Respondent>> => {
  const { shop, surveyId, wave: key, writer } = asker;
  const unknownWave = {
    refused: { code: 'unknownWave', detail: `You are not asked "${surveyId}" in "${key}".` },
  } as const;
  const { link } = writer;
  // A link is good for the one wave it was sent for.
  if (link !== undefined && (link.survey?.id !== surveyId || link.survey.wave !== key))
    return unknownWave;
  const shopper = await lockAuthor(deps, tx, asker);
  if (shopper === undefined || shopper.erasedAt !== null) return unknownWave;
  const now = nowOf(deps, shop);
  const survey = await first(tx, selectSurvey, { shopId: shop.id, id: surveyId });
  if (survey === undefined) return { refused: unknownSurvey(surveyId) };
  const person = { shopId: shop.id, shopperId: shopper.id };
  const invitation =
    (await first(tx, selectInvitation, { ...person, surveyId, wave: key })) ??
    (await inviteInsider(deps, tx, asker, { shopper, version: survey.version, now }));
  if (invitation === undefined) return unknownWave;
  const insider = invitation.insider || isInsider(shopper, settingsOf(shop));
  const asked = await loadAsked(tx, { ...invitation, insider });
  if (asked === undefined || asked.wave.opensAt > now) return unknownWave;
  return { ok: { ...asked, shopper, now } };
};

/**
 * Why a form is not taken, or opened: it is closed, nobody new is asked, or there is nothing to ask about. What was
 * open before goes on (E37).
 */
export const notTaken = async (tx: Tx, of: Respondent): Promise<Refusal | undefined> => {
  const { survey, wave, invitation, shopper, now } = of;
  if (shopper.status === 'blocked')
    return { code: 'shopperBlocked', detail: 'Blocked shoppers answer nothing.' };
  const form = { closesAt: closesAtOf(wave, survey), openedAt: invitation.openedAt };
  if (!isTaken(form, now)) return CLOSED;
  if (invitation.openedAt !== null) return undefined;
  if (survey.state !== 'running' || invitation.lapsedAt !== null) return CLOSED;
  if (!(await hasLapsed(tx, of))) return undefined;
  await tx.run(updateInvitation, { ...invitation, lapsedAt: now, mailAt: null });
  return CLOSED;
};

/** People of the shop try everything: they are never drawn, and stand in no figure (E9). */
async function inviteInsider(
  deps: Deps,
  tx: Tx,
  { shop, surveyId, wave: key }: RespondentContext,
  of: { shopper: ShopperRow; version: number; now: number },
): Promise<InvitationRow | undefined> {
  const { shopper, version, now } = of;
  if (!isInsider(shopper, settingsOf(shop))) return undefined;
  const wave = await first(tx, selectWave, { shopId: shop.id, surveyId, key });
  if (wave === undefined) return undefined;
  const shopperId = shopper.id;
  const { timeZone } = (await currentProgram(deps, tx, shop)).document;
  const drawn = { wave, shopperId, version, insider: true, mailAt: null, now, timeZone };
  const row = newInvitation(drawn);
  await tx.run(insertInvitation, row);
  return row;
}
