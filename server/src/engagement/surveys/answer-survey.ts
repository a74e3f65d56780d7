import type { ResponseInput, SurveyDefinition, SurveySent } from '@okaeri/shared/surveys';
import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { tierOf } from '../../loyalty/shoppers/shopper-context.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { readAnswers, type AnswerValue } from './answer-rules.ts';
import {
  findRespondent,
  notTaken,
  type Respondent,
  type RespondentContext,
} from './find-invitation.ts';
import { noteOpened } from './open-form.ts';
import { keepQuotations } from './quotations.ts';
import {
  deleteAnswer,
  insertAnswer,
  selectAnswers,
  selectResponseBy,
  updateAnswer,
} from './response-queries.ts';
import type { AnswerRow, ResponseRow } from './response-tables.ts';
import { tallyResponse } from './results-tally.ts';
import { actIdOf, movePoints, saveResponse } from './save-response.ts';
import { signalResponse } from './signal-response.ts';
import type { InvitationRow } from './tables.ts';
import { tieByRules } from './themes.ts';
import { updateInvitation } from './wave-queries.ts';
import { closesAtOf } from './wave-rules.ts';

/** A partial answer that was left so long ago is told of (E42). */
const LEFT_MS = HOUR_MS;

/**
 * Takes the whole of what somebody answers, in the state it now has. Sent again it changes nothing; sent otherwise it
 * replaces. Answers to questions that others hide are left out, and named.
 */
export const answerSurvey = (
  deps: Deps,
  input: RespondentContext & { given: ResponseInput },
): Promise<Outcome<SurveySent>> =>
  deps.store.write(async (tx): Promise<Outcome<SurveySent>> => {
    const found = await findRespondent(deps, tx, input);
    if ('refused' in found) return found;
    const refused = await notTaken(tx, found.ok);
    if (refused !== undefined) return { refused };
    return answer(deps, tx, { ...input, ...found.ok, surveyId: input.surveyId });
  });

async function answer(
  deps: Deps,
  tx: Tx,
  input: Respondent & Omit<RespondentContext, 'wave'> & { given: ResponseInput },
): Promise<Outcome<SurveySent>> {
  const { shop, shopper, survey, wave, definition, given, now, writer } = input;
  const key = { shopId: shop.id, shopperId: shopper.id, surveyId: survey.id, wave: wave.key };
  const known = (await first(tx, selectResponseBy, key)) ?? null;
  if (known?.state === 'withdrawn' && now >= closesAtOf(wave, survey))
    return { refused: { code: 'surveyClosed', detail: 'What was withdrawn stays so by now.' } };
  const read = readAnswers(definition.questions, given.answers);
  if ('faults' in read) return invalid(read.faults);
  // A complete response stays so: what it needs cannot be taken out of it again.
  const isComplete = given.complete || known?.state === 'complete';
  if (isComplete && read.missing.length > 0)
    return invalid(
      read.missing.map((questionId) => ({
        questionId,
        message: 'must be answered',
        code: 'missing',
      })),
    );
  const channel = writer.link === undefined ? 'page' : 'email';
  const invitation = await noteOpened(deps, tx, { ...input, channel, isAnswered: true });
  const score = scoreOf(definition, read.values);
  const before = known ?? (await newResponse(deps, tx, { ...input, invitation, channel }));
  const isNews = await saveAnswers(tx, before, read.values);
  const locale = given.locale ?? before.locale;
  const row: ResponseRow = {
    ...before,
    state: isComplete ? 'complete' : 'partial',
    score,
    locale,
    savedAt: isNews ? now : before.savedAt,
    scoredAt: before.scoredAt ?? (score === null ? null : now),
    completedAt: before.completedAt ?? (isComplete ? now : null),
    withdrawnAt: null,
    signalAt: isComplete || score === null ? null : isNews ? now + LEFT_MS : before.signalAt,
  };
  await saveResponse(tx, known, row);
  if (isNews && known !== null) await keepQuotations(tx, row, read.values);
  await tieByRules(tx, row, read.values);
  await tallyResponse(deps, tx, { shop, responseId: row.id });
  const isAnswered = score !== null || (isComplete && definition.kind === 'custom');
  if (isAnswered && invitation.answeredAt === null)
    await tx.run(updateInvitation, { ...invitation, answeredAt: now, mailAt: null });
  const { offer } = invitation;
  const points = isComplete
    ? await movePoints(deps, tx, { shop, shopper, response: row, offer, now })
    : 0;
  const isTold = isNews || known?.state !== row.state;
  const isLow = isTold && (await signalResponse(deps, tx, { shop, survey, response: row }));
  return {
    ok: { state: row.state, points, ignored: read.ignored, caseOpened: isComplete && isLow },
  };
}

/** The answer a score is made of; of several questions the first. */
const scoreOf = (
  { kind, questions }: Pick<SurveyDefinition, 'kind' | 'questions'>,
  values: readonly AnswerValue[],
): number | null => {
  const [scored] = scoreQuestions(kind, questions);
  return values.find(({ questionId }) => questionId === scored)?.valueNumber ?? null;
};

async function newResponse(
  deps: Deps,
  tx: Tx,
  of: Omit<Respondent, 'invitation'> &
    Pick<RespondentContext, 'shop'> & { invitation: InvitationRow; channel: 'page' | 'email' },
): Promise<ResponseRow> {
  const { shop, shopper, wave, survey, invitation, channel, now } = of;
  const { document } = await currentProgram(deps, tx, shop);
  return {
    shopId: shop.id,
    id: `rs_${newId()}`,
    surveyId: survey.id,
    wave: wave.key,
    shopperId: shopper.id,
    version: invitation.version,
    state: 'partial',
    insider: invitation.insider,
    score: null,
    incentivised: (invitation.offer?.points ?? 0) > 0,
    tierId: await tierOf(tx, shopper, document, now),
    channel,
    locale: null,
    orderId: wave.subject === 'order' ? wave.key : null,
    startedAt: now,
    savedAt: now,
    scoredAt: null,
    completedAt: null,
    withdrawnAt: null,
    signalAt: null,
    actId: actIdOf({ surveyId: survey.id, wave: wave.key, shopperId: shopper.id }),
  };
}

/** Keeps the answers as they are now; whether they are others than before. */
async function saveAnswers(
  tx: Tx,
  { shopId, id: responseId }: ResponseRow,
  values: readonly AnswerValue[],
): Promise<boolean> {
  const before = await tx.run(selectAnswers, { shopId, responseId });
  let isNews = false;
  for (const { questionId } of before)
    if (!values.some((value) => value.questionId === questionId)) {
      await tx.run(deleteAnswer, { shopId, responseId, questionId });
      isNews = true;
    }
  for (const value of values) {
    const known = before.find(({ questionId }) => questionId === value.questionId);
    if (known !== undefined && isSame(known, value)) continue;
    isNews = true;
    const row: AnswerRow = { shopId, responseId, ...value };
    await tx.run(known === undefined ? insertAnswer : updateAnswer, row);
  }
  return isNews;
}

function isSame(a: AnswerValue, b: AnswerValue): boolean {
  return (
    a.valueNumber === b.valueNumber &&
    a.valueText === b.valueText &&
    JSON.stringify(a.valueChoices) === JSON.stringify(b.valueChoices)
  );
}

function invalid(
  faults: readonly { questionId: string; message: string; code: string }[],
): Outcome<never> {
  const errors = faults.map(({ questionId, message, code }) => ({
    path: `answers.${questionId}`,
    message,
    code,
  }));
  const detail = 'These answers do not fit their questions.';
  return { refused: { code: 'invalidRequest', detail, extra: { errors } } };
}
