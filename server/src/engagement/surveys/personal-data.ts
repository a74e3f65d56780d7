import type { SurveyInvitationLine, SurveyResponseLine } from '@okaeri/shared/affairs';
import type { QuotationLine } from '@okaeri/shared/quotations';
import { toldOffer } from '../../loyalty/activities/promise-rules.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { toAnswer } from './answer-rules.ts';
import { mergedInvitation, precedes, type Taken } from './merge-rules.ts';
import {
  blankWordsOf,
  clearResponsesOf,
  deleteAnswersOfResponse,
  deleteResponse,
  deleteWordsOf,
  moveResponsesOf,
  selectAnswers,
  selectResponseBy,
  selectResponsesOf,
  updateResponse,
} from './response-queries.ts';
import type { ResponseRow } from './response-tables.ts';
import type { InvitationRow } from './tables.ts';
import {
  clearInvitationsOf,
  deleteInvitation,
  selectInvitation,
  selectInvitationsOf,
} from './wave-queries.ts';
import { countInvitation, retallyResponse, saveInvitation } from './results-tally.ts';
import {
  clearImportedAnswers,
  moveImportedAnswers,
  selectImportedAnswersOf,
} from './import-queries.ts';
import { listQuotationLines } from './own-quotations.ts';
import {
  deleteQuotationsOf,
  deleteQuotationsOfResponse,
  moveQuotationsOf,
} from './quotation-queries.ts';
import type { ImportedAnswerRow } from './import-tables.ts';
import {
  deleteTellingsOf,
  deleteThemesOf,
  insertTelling,
  selectTellingsOf,
} from './theme-queries.ts';

/** Rows of one person that are gone through at once. */
const PAGE = 100;
/** More than anybody answers. */
const ALL = 10_000;

/** What a shopper was asked and answered, the latest first. */
export const listAnswered = async (
  tx: Tx,
  { shopId, shopperId, limit }: { shopId: string; shopperId: string; limit: number },
): Promise<{
  surveyInvitations: SurveyInvitationLine[];
  surveyResponses: SurveyResponseLine[];
  surveyQuotations: QuotationLine[];
}> => {
  const person = { shopId, shopperId, limit };
  const responses: SurveyResponseLine[] = [];
  for (const row of await tx.run(selectResponsesOf, person))
    responses.push(await toResponseLine(tx, row));
  for (const row of await tx.run(selectImportedAnswersOf, person))
    responses.push(toImportedLine(row));
  const invitations = await tx.run(selectInvitationsOf, person);
  return {
    surveyInvitations: invitations.map(toInvitationLine),
    surveyResponses: responses,
    surveyQuotations: await listQuotationLines(tx, person),
  };
};

/**
 * What one was asked and answered becomes another's. Where both were asked in one wave, one of them stands; the points
 * of the other stay given, as nobody loses any because the shop knew them twice (E117).
 */
export const moveAnswered = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> => {
  const { shopId, from, to } = ids;
  for (;;) {
    const page = await tx.run(selectInvitationsOf, { shopId, shopperId: from, limit: PAGE });
    for (const invitation of page) await moveOne(tx, { shopId, to, invitation });
    if (page.length < PAGE) break;
  }
  // An answer without an invitation came with a file of another release.
  await tx.run(moveResponsesOf, { shopId, from, to });
  await tx.run(moveQuotationsOf, { shopId, from, to });
  await tx.run(moveImportedAnswers, { shopId, from, to });
  // Who was told of a theme under either name is not told again.
  for (const telling of await tx.run(selectTellingsOf, { shopId, shopperId: from }))
    await tx.run(insertTelling, { ...telling, shopperId: to });
  await tx.run(deleteTellingsOf, { shopId, shopperId: from });
};

/** Of somebody who was erased, scores and choices stay without a person, and no words (E12). */
export const forgetAnswered = async (
  tx: Tx,
  person: { shopId: string; shopperId: string },
): Promise<void> => {
  const { shopId, shopperId } = person;
  await tx.run(clearImportedAnswers, { shopId, shopperId });
  await tx.run(deleteQuotationsOf, { shopId, shopperId });
  await tx.run(deleteTellingsOf, { shopId, shopperId });
  const answered = await tx.run(selectResponsesOf, { ...person, limit: ALL });
  await tx.run(deleteWordsOf, { shopId, shopperId });
  await tx.run(blankWordsOf, { shopId, shopperId });
  await tx.run(clearResponsesOf, { shopId, shopperId });
  await tx.run(clearInvitationsOf, { shopId, shopperId });
  for (const { id } of answered) await retallyResponse(tx, { shopId, responseId: id });
};

async function moveOne(
  tx: Tx,
  { shopId, to, invitation }: { shopId: string; to: string; invitation: InvitationRow },
): Promise<void> {
  const about = { surveyId: invitation.surveyId, wave: invitation.wave };
  const ofFrom = { shopId, shopperId: invitation.shopperId ?? '', ...about };
  const moved: Taken = {
    invitation,
    response: (await first(tx, selectResponseBy, ofFrom)) ?? null,
  };
  const ofTo = { shopId, shopperId: to, ...about };
  const other = await first(tx, selectInvitation, ofTo);
  const known: Taken | null =
    other === undefined
      ? null
      : { invitation: other, response: (await first(tx, selectResponseBy, ofTo)) ?? null };
  if (known === null) return keep(tx, to, moved, moved.invitation);
  const [stands, goes] = precedes(moved, known) ? [moved, known] : [known, moved];
  await drop(tx, goes);
  await keep(tx, to, stands, mergedInvitation(stands, goes.invitation));
}

async function keep(
  tx: Tx,
  to: string,
  { invitation: before, response }: Taken,
  invitation: InvitationRow,
): Promise<void> {
  await saveInvitation(tx, before, { ...invitation, shopperId: to });
  if (response !== null) await tx.run(updateResponse, { ...response, shopperId: to });
}

async function drop(tx: Tx, { invitation, response }: Taken): Promise<void> {
  const { shopId } = invitation;
  await tx.run(deleteInvitation, { shopId, id: invitation.id });
  await countInvitation(tx, invitation, null);
  if (response === null) return;
  await tx.run(deleteAnswersOfResponse, { shopId, responseId: response.id });
  await tx.run(deleteResponse, { shopId, id: response.id });
  await tx.run(deleteThemesOf, { shopId, responseId: response.id });
  await tx.run(deleteQuotationsOfResponse, { shopId, responseId: response.id });
  await retallyResponse(tx, { shopId, responseId: response.id });
}

function toInvitationLine(row: InvitationRow): SurveyInvitationLine {
  const { surveyId, wave, shows, channel, offer } = row;
  return {
    surveyId,
    wave,
    drawnAt: isoOf(row.drawnAt),
    firstShownAt: at(row.firstShownAt),
    shows,
    channel,
    openedAt: at(row.openedAt),
    dismissedAt: at(row.dismissedAt),
    answeredAt: at(row.answeredAt),
    offer: offer && toldOffer(offer),
  };
}

async function toResponseLine(tx: Tx, row: ResponseRow): Promise<SurveyResponseLine> {
  const { id, surveyId, wave, version, state, score, orderId } = row;
  const answers = await tx.run(selectAnswers, { shopId: row.shopId, responseId: id });
  return {
    id,
    surveyId,
    wave,
    version,
    state,
    score,
    orderId,
    startedAt: isoOf(row.startedAt),
    completedAt: at(row.completedAt),
    withdrawnAt: at(row.withdrawnAt),
    answers: Object.fromEntries(answers.map((one) => [one.questionId, toAnswer(one)])),
  };
}

function at(instant: number | null): string | null {
  return instant === null ? null : isoOf(instant);
}

/** An answer given in another tool: of no wave of ours. */
function toImportedLine(row: ImportedAnswerRow): SurveyResponseLine {
  const { digest, surveyId, score, text, orderId } = row;
  const answeredAt = isoOf(row.answeredAt);
  return {
    id: digest,
    surveyId,
    wave: 'imported',
    version: 0,
    state: 'complete',
    score,
    orderId,
    startedAt: answeredAt,
    completedAt: answeredAt,
    withdrawnAt: null,
    answers: { score, ...(text === null ? {} : { text }) },
  };
}
