import type { ComponentChildren, JSX } from 'preact';
import type { CohortFigures, GapCurve, GapFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMonth } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { NotEnough } from '../ui/states.tsx';
import { daysRange, shareRange, shareText } from './figure-text.ts';
import { Interval } from './Interval.tsx';

/** The figures one looks at first, each with its interval and the people behind it. */
export const KeyFigures = (props: {
  cohorts: CohortFigures;
  gaps: GapFigures | undefined;
}): JSX.Element => {
  const { repeat, churn } = props.cohorts;
  const w = messages().insights;
  const month = churn.months.findLast(({ unfinished }) => !unfinished);
  return (
    <dl class="figures insight-figures">
      <Share
        label={w.repeat}
        of={repeat}
        people={repeat.of}
        text={w.repeatText(formatCount(repeat.count), formatCount(repeat.of))}
      />
      {props.gaps?.byOrder.map((gap) => (
        <Median key={gap.from} of={gap} />
      ))}
      {month !== undefined && (
        <Share
          label={w.lost(formatMonth(month.month, 'long'))}
          of={month}
          people={month.active}
          text={w.lostText(
            formatCount(month.count),
            formatCount(month.active),
            formatCount(churn.lapsedDays),
          )}
        />
      )}
    </dl>
  );
};

function Share(props: {
  label: string;
  of: { share: number | null; low: number | null; high: number | null };
  people: number;
  text: string;
}): JSX.Element {
  const { label, of, people, text } = props;
  const { share, low, high } = of;
  if (share === null || low === null || high === null)
    return (
      <Figure label={label} text={text}>
        <NotEnough has={people} needed={INSIGHT_PEOPLE_MIN} />
      </Figure>
    );
  return (
    <Figure label={label} text={text}>
      {shareText(share)} <Interval>{shareRange(low, high)}</Interval>
      <Range of={{ value: share, low, high }} ends={[0, 1]} />
    </Figure>
  );
}

function Median({ of }: { of: GapCurve & { from: number; to: number } }): JSX.Element {
  const w = messages().insights;
  const people = of.closed + of.open;
  const label = w.median(w.gap(of.from, of.to));
  const text = w.medianText(formatCount(people), formatCount(of.closed));
  if (people < INSIGHT_PEOPLE_MIN)
    return (
      <Figure label={label} text={text}>
        <NotEnough has={people} needed={INSIGHT_PEOPLE_MIN} />
      </Figure>
    );
  return (
    <Figure label={label} text={text}>
      {of.medianDays === null ? (
        <span class="insight-none">{w.notReached}</span>
      ) : (
        <>
          {w.days(of.medianDays)} <Interval>{daysRange(of.low, of.high)}</Interval>
        </>
      )}
    </Figure>
  );
}

function Figure(props: { label: string; text: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
      <dd class="insight-text">{props.text}</dd>
    </div>
  );
}
