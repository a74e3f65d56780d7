import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { Download, Info } from 'lucide';
import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import type { SurveyResults, TrendPoint } from '@okaeri/shared/survey-results';
import { saveText } from '../app/save-file.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { intervalText, scoreText, SCALE_ENDS, shortScoreText, waveText } from './score-text.ts';
import { breaks, csvOf, goesOn, pictureOf, shareOn, type TrendPicture } from './trend-rules.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The score of each wave with its interval; the line breaks where other words were asked. */
export const Trend = ({ results }: { results: SurveyResults }): JSX.Element | null => {
  const { kind, trend } = results;
  const w = messages().surveys;
  if (kind === 'custom' || trend.length === 0) return null;
  const picture = pictureOf(trend, SCALE_ENDS[kind]);
  return (
    <section class="results-card trend">
      <header>
        <h2>{w.trend}</h2>
        <span class="quiet small">{w.trendText}</span>
      </header>
      <Picture results={results} picture={picture} />
      {trend.some(({ imported }) => imported) && <p class="quiet small">{w.importedNote}</p>}
      <ChangeNote results={results} />
      <div class="trend-more">
        <Table results={results} />
        <Button
          kind="quiet"
          icon={Download}
          onClick={() => saveText(csvOf(trend), `${results.surveyId}-trend.csv`, 'text/csv')}
        >
          {w.exportWaves}
        </Button>
      </div>
    </section>
  );
};

/** The waves beside each other, each reached by pointer and by arrow keys. */
function Picture(props: { results: SurveyResults; picture: TrendPicture }): JSX.Element {
  const { results, picture } = props;
  const { points, ticks } = picture;
  const current = useSignal(points.length - 1);
  const row = useRef<HTMLDivElement>(null);
  const w = messages().surveys;
  const onKey = (event: KeyboardEvent): void => {
    const all = [...(row.current?.querySelectorAll('button') ?? [])];
    const at = all.findIndex((one) => one === document.activeElement);
    const step = STEPS[event.key];
    const next =
      event.key === 'Home'
        ? all[0]
        : event.key === 'End'
          ? all.at(-1)
          : step === undefined
            ? undefined
            : all[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div class="trend-area">
      <div class="trend-axis" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ bottom: `${shareOn(picture, tick) * 100}%` }}>
            {shortScoreText(results.kind, tick)}
          </span>
        ))}
      </div>
      <div class="trend-points" role="group" aria-label={w.trend} ref={row} onKeyDown={onKey}>
        {ticks.map((tick) => (
          <span
            key={tick}
            aria-hidden="true"
            class={tick === 0 ? 'trend-line zero' : 'trend-line'}
            style={{ '--at': shareOn(picture, tick) }}
          />
        ))}
        {points.map((point, at) => (
          <Point
            key={`${point.wave} ${point.version} ${point.imported}`}
            results={results}
            picture={picture}
            point={point}
            before={points[at - 1]}
            isCurrent={at === current.value}
            onFocus={() => (current.value = at)}
          />
        ))}
      </div>
    </div>
  );
}

function Point(props: {
  results: SurveyResults;
  picture: TrendPicture;
  point: TrendPoint;
  before: TrendPoint | undefined;
  isCurrent: boolean;
  onFocus: () => void;
}): JSX.Element {
  const { results, picture, point, before, isCurrent, onFocus } = props;
  const w = messages().surveys;
  const { value, low, high, n } = point;
  const tone = point.imported ? 'imported' : point.unfinished ? 'unfinished' : '';
  const said =
    value === null
      ? w.notEnough(n, SURVEY_ANSWERS_MIN)
      : `${scoreText(results.kind, value)}, ${intervalText(results.kind, point)}`;
  const isBreak = breaks(before, point);
  return (
    <button
      type="button"
      class={`trend-point ${tone}${isBreak ? ' breaks' : ''}`}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={`${waveText(point.wave)}: ${said}`}
      onFocus={onFocus}
    >
      <span class="trend-column" aria-hidden="true">
        {isBreak && <span class="trend-break">{w.versionOf(point.version)}</span>}
        {value === null || low === null || high === null ? (
          <span class="trend-few">
            {n}/{SURVEY_ANSWERS_MIN}
          </span>
        ) : (
          <>
            {before !== undefined && goesOn(before, point) && (
              <Joint from={shareOn(picture, before.value ?? 0)} to={shareOn(picture, value)} />
            )}
            <span
              class="trend-bar"
              style={{ '--low': shareOn(picture, low), '--high': shareOn(picture, high) }}
            />
            <span class="trend-dot" style={{ '--at': shareOn(picture, value) }} />
            <span class="trend-value" style={{ '--at': shareOn(picture, value) }}>
              {shortScoreText(results.kind, value)}
            </span>
          </>
        )}
      </span>
      <span class="trend-label" aria-hidden="true">
        {waveText(point.wave)}
        <span class="quiet">{w.people(formatCount(n))}</span>
      </span>
    </button>
  );
}

/** The line from the point before. */
function Joint({ from, to }: { from: number; to: number }): JSX.Element {
  return (
    <svg class="trend-joint" viewBox="0 0 100 100" preserveAspectRatio="none">
      <line x1="0" x2="100" y1={100 - from * 100} y2={100 - to * 100} />
    </svg>
  );
}

function ChangeNote({ results }: { results: SurveyResults }): JSX.Element {
  const { previous, kind, wave } = results;
  const w = messages().surveys;
  if (previous === null || wave === null) return <p class="quiet small">{w.noChange}</p>;
  const { difference, low, high } = previous;
  // A difference of shares is told in points, with its sign.
  const text = (value: number): string => scoreText('nps', kind === 'csat' ? value * 100 : value);
  const isProven = low > 0 || high < 0;
  const tone = isProven ? (difference > 0 ? ' gain' : ' loss') : '';
  return (
    <div class={`note state change${tone}`}>
      <Icon of={Info} size={16} />
      <p>
        <strong>
          {w.change({
            from: waveText(previous.wave),
            to: waveText(wave),
            by: text(difference),
            low: text(low),
            high: text(high),
          })}{' '}
          {isProven ? w.proven : w.notProven}
        </strong>{' '}
        {previous.versionChanged && w.otherWords}
      </p>
    </div>
  );
}

function Table({ results }: { results: SurveyResults }): JSX.Element {
  const w = messages().surveys;
  const { kind } = results;
  return (
    <details class="chart-table">
      <summary>{w.asTable}</summary>
      <table class="table plain">
        <thead>
          <tr>
            <th scope="col">{w.wave}</th>
            <th scope="col" class="number">
              {w.count}
            </th>
            <th scope="col" class="number">
              {w.shortScores[kind]}
            </th>
            <th scope="col">{w.intervalTitle}</th>
          </tr>
        </thead>
        <tbody>
          {results.trend.map((one) => (
            <tr key={`${one.wave} ${one.version} ${one.imported}`}>
              <th scope="row">
                {waveText(one.wave)}{' '}
                {!one.imported && <span class="quiet small">{w.versionOf(one.version)}</span>}
              </th>
              <td class="number" data-label={w.count}>
                {formatCount(one.n)}
              </td>
              <td class="number" data-label={w.shortScores[kind]}>
                {one.value === null ? '–' : scoreText(kind, one.value)}
              </td>
              <td data-label={w.intervalTitle}>
                {one.low === null || one.high === null
                  ? w.notEnough(one.n, SURVEY_ANSWERS_MIN)
                  : w.range(scoreText(kind, one.low), scoreText(kind, one.high))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
