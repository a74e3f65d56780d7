import type { JSX } from 'preact';
import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import type { ChoiceShare, QuestionResult, SurveyResults } from '@okaeri/shared/survey-results';
import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { Survey } from '@okaeri/shared/surveys';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { scoreText, shareText, wordsOf } from './score-text.ts';

/** What the score is not: choices with their shares, and of loyalty each of its items. */
export const OtherQuestions = (props: {
  results: SurveyResults;
  survey: Survey;
}): JSX.Element | null => {
  const { results, survey } = props;
  const scored = scoreQuestions(survey.kind, survey.questions);
  const shown = results.questions.filter(
    ({ id, kind }) => kind !== 'text' && (survey.kind === 'loyalty' || !scored.includes(id)),
  );
  const w = messages().surveys;
  if (shown.length === 0) return null;
  return (
    <section class="results-card whole">
      <h2>{w.others}</h2>
      {shown.map((one) => (
        <Question key={one.id} of={one} asked={survey.questions.find(({ id }) => id === one.id)} />
      ))}
    </section>
  );
};

function Question(props: { of: QuestionResult; asked: SurveyQuestion | undefined }): JSX.Element {
  const { of, asked } = props;
  const w = messages().surveys;
  const title = wordsOf(asked?.text, of.id);
  return (
    <section class="other-question">
      <h3>
        {title} <span class="quiet small">{w.people(formatCount(of.n))}</span>
      </h3>
      {of.choices.length === 0 && (
        <p class="quiet small">{w.notEnough(of.n, SURVEY_ANSWERS_MIN)}</p>
      )}
      {of.mean !== null && of.mean.value !== null && asked?.kind === 'scale' && (
        <p class="interval">
          <span>
            {w.mean} <strong>{scoreText('ces', of.mean.value)}</strong>
          </span>
          <Range of={of.mean} ends={[asked.min, asked.max]} />
          <span class="quiet small">
            {w.interval(scoreText('ces', of.mean.low ?? 0), scoreText('ces', of.mean.high ?? 0))}
          </span>
        </p>
      )}
      {of.kind === 'choices' && <Shares choices={of.choices} asked={asked} />}
    </section>
  );
}

function Shares(props: {
  choices: readonly ChoiceShare[];
  asked: SurveyQuestion | undefined;
}): JSX.Element {
  const { choices, asked } = props;
  const w = messages().surveys;
  const options = asked?.kind === 'choices' ? asked.options : [];
  return (
    <dl class="pairs">
      {choices.map((one) => (
        <div key={one.id}>
          <dt>{wordsOf(options.find(({ id }) => id === one.id)?.name, one.id)}</dt>
          <dd class="interval">
            <strong>{shareText(one.share ?? 0)}</strong>
            <Range of={{ ...one, value: one.share }} ends={[0, 1]} />
            <span class="quiet small">
              {w.range(shareText(one.low ?? 0), shareText(one.high ?? 0))}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
