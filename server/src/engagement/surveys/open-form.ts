import type { SurveyForm } from '@okaeri/shared/surveys';
import type { Deps } from '../../deps.ts';
import { promiseActs } from '../../loyalty/activities/promise-act.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ShopRow } from '../../access/tables.ts';
import { toAnswer } from './answer-rules.ts';
import {
  findRespondent,
  notTaken,
  type Respondent,
  type RespondentContext,
} from './find-invitation.ts';
import { selectAnswers, selectResponseBy } from './response-queries.ts';
import type { InvitationRow } from './tables.ts';
import { saveInvitation } from './results-tally.ts';
import { selectInvitationsOf } from './wave-queries.ts';
import { closesAtOf } from './wave-rules.ts';

/** The latest forms of somebody whose offers count against limits: more than anybody is asked in the longest of them. */
const OFFERS_LOOKED_AT = 200;

/**
 * Opens the form: what is asked, and what is offered for answering, which is a fact from now on. Through a link it
 * shows nothing of what was answered before: links can be forwarded (E39).
 */
export const openForm = (deps: Deps, asker: RespondentContext): Promise<Outcome<SurveyForm>> =>
  deps.store.write(async (tx): Promise<Outcome<SurveyForm>> => {
    const found = await findRespondent(deps, tx, asker);
    if ('refused' in found) return found;
    const refused = await notTaken(tx, found.ok);
    if (refused !== undefined) return { refused };
    const channel = asker.writer.link === undefined ? 'page' : 'email';
    const invitation = await noteOpened(deps, tx, { ...found.ok, shop: asker.shop, channel });
    const { survey, wave, definition } = found.ok;
    return {
      ok: {
        surveyId: survey.id,
        wave: wave.key,
        version: invitation.version,
        kind: definition.kind,
        questions: definition.questions,
        offer: shownOffer(invitation.offer),
        closesAt: isoOf(closesAtOf(wave, survey)),
        response: channel === 'email' ? null : await ownResponse(tx, found.ok),
      },
    };
  });

/**
 * Notes that a form was opened, and what it offered, the first time. Where a limit left nothing, nothing is said yet: who
 * opens it later may be offered something. What is answered was offered what stands then.
 */
export const noteOpened = async (
  deps: Deps,
  tx: Tx,
  of: Respondent & { shop: ShopRow; channel: 'page' | 'email'; isAnswered?: boolean },
): Promise<InvitationRow> => {
  const { invitation, channel, isAnswered = false, now } = of;
  if (invitation.openedAt !== null && invitation.offer !== null) return invitation;
  const row: InvitationRow = {
    ...invitation,
    openedAt: invitation.openedAt ?? now,
    offer: invitation.offer ?? (await offerFor(deps, tx, { ...of, isFinal: isAnswered })),
    firstShownAt: invitation.firstShownAt ?? now,
    lastShownAt: invitation.openedAt === null ? now : invitation.lastShownAt,
    channel: invitation.channel ?? channel,
    mailAt: null,
  };
  if (invitation.openedAt === null || row.offer !== null) await saveInvitation(tx, invitation, row);
  return row;
};

/**
 * What is promised for answering now, by the programme's rules: the same whatever is answered. Nothing for insiders, and
 * nothing yet where limits leave nothing, unless it is final.
 */
export const offerFor = async (
  deps: Deps,
  tx: Tx,
  of: Pick<Respondent, 'shopper' | 'invitation' | 'now'> & { shop: ShopRow; isFinal?: boolean },
): Promise<InvitationRow['offer']> => {
  const { shop, shopper, invitation, isFinal = false, now } = of;
  if (invitation.insider) return null;
  const { document, version } = await currentProgram(deps, tx, shop);
  const { points, offer, isLimited } = await promiseActs(tx, {
    shopper,
    program: { document, version },
    kinds: ['survey'],
    promised: () => openOffers(tx, invitation, shopper),
    now,
  });
  const { survey = 0 } = points;
  return isLimited && survey === 0 && !isFinal ? null : { points: survey, ...offer };
};

/** What other forms promised this shopper, which are not answered yet. */
async function openOffers(
  tx: Tx,
  { id }: InvitationRow,
  shopper: ShopperRow,
): Promise<NonNullable<InvitationRow['offer']>[]> {
  const person = { shopId: shopper.shopId, shopperId: shopper.id, limit: OFFERS_LOOKED_AT };
  return (await tx.run(selectInvitationsOf, person)).flatMap((one) =>
    one.id === id || one.answeredAt !== null || one.offer === null ? [] : [one.offer],
  );
}

/** What is said of an offer: nothing, where nothing is offered. */
const shownOffer = (offer: InvitationRow['offer']): SurveyForm['offer'] =>
  offer === null || offer.points === 0 ? null : { points: offer.points };

async function ownResponse(tx: Tx, of: Respondent): Promise<SurveyForm['response']> {
  const { shopper, survey, wave } = of;
  const key = { shopId: shopper.shopId, shopperId: shopper.id, surveyId: survey.id };
  const response = await first(tx, selectResponseBy, { ...key, wave: wave.key });
  if (response === undefined) return null;
  const kept = await tx.run(selectAnswers, { shopId: shopper.shopId, responseId: response.id });
  return {
    state: response.state,
    answers: Object.fromEntries(kept.map((row) => [row.questionId, toAnswer(row)])),
  };
}
