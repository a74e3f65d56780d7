import type { SurveyForm, SurveyOffer } from '@okaeri/shared/surveys';
import type { Deps } from '../../deps.ts';
import { activityParts } from '../../loyalty/activities/activity-rules.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { contextOf } from '../../loyalty/shoppers/shopper-context.ts';
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
import { closesAtOf } from './wave-rules.ts';

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

/** Notes that a form was opened, and what it offered, the first time. */
export const noteOpened = async (
  deps: Deps,
  tx: Tx,
  of: Respondent & { shop: ShopRow; channel: 'page' | 'email' },
): Promise<InvitationRow> => {
  const { invitation, channel, now } = of;
  if (invitation.openedAt !== null) return invitation;
  const row: InvitationRow = {
    ...invitation,
    openedAt: now,
    offer: invitation.offer ?? (await offerFor(deps, tx, of)),
    firstShownAt: invitation.firstShownAt ?? now,
    lastShownAt: now,
    channel: invitation.channel ?? channel,
    mailAt: null,
  };
  await saveInvitation(tx, invitation, row);
  return row;
};

/** What is offered for answering now, by the programme's rules: the same whatever is answered. Nothing for insiders. */
export const offerFor = async (
  deps: Deps,
  tx: Tx,
  {
    shop,
    shopper,
    invitation,
    now,
  }: Pick<Respondent, 'shopper' | 'invitation' | 'now'> & {
    shop: ShopRow;
  },
): Promise<SurveyOffer | null> => {
  if (invitation.insider) return null;
  const { document, version } = await currentProgram(deps, tx, shop);
  const who = await contextOf(tx, shopper, document, now);
  const place = { channel: null, market: null };
  const facts = { kind: 'survey', name: null, at: now, amountMinor: null, currency: null } as const;
  const parts = activityParts(facts, { document, programVersion: version, who, place });
  const points = parts.reduce((sum, { desired }) => sum + desired, 0);
  return { points, programVersion: version, shownAt: isoOf(now) };
};

/** What is said of an offer: nothing, where nothing is offered. */
const shownOffer = (offer: SurveyOffer | null): SurveyForm['offer'] =>
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
