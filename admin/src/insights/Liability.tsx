import type { JSX } from 'preact';
import type { LiabilityFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { TooFew } from './Interval.tsx';
import { LiabilityChart, LiabilityTable } from './LiabilityChart.tsx';
import type { LiabilityHistory } from './liability-history.ts';
import { minorOf } from './liability-rules.ts';
import { money, moneyRange } from './money-text.ts';

/** What the points in hand may cost at most, and what they will. */
export const Liability = (props: {
  of: LiabilityFigures;
  history: LiabilityHistory;
  /** Asks for the months before; undefined where they come by themselves. */
  onWant: (() => void) | undefined;
}): JSX.Element => {
  const { of, history, onWant } = props;
  const { ceiling, expected, currency } = of;
  const w = messages().insightProgram;
  const low = minorOf(of, expected.low);
  const high = minorOf(of, expected.high);
  const months = history.months.value;
  return (
    <Card
      title={w.liability}
      path="/insights/liability"
      beside={
        <ul class="curve-legend small">
          <li>
            <span class="curve-key tone-4 dashed" aria-hidden="true" />
            {w.ceiling} <strong>{money(ceiling.minor, currency)}</strong>
          </li>
          {expected.minor !== null && (
            <li>
              <span class="curve-key tone-1" aria-hidden="true" />
              {w.expected} <strong>{money(expected.minor, currency)}</strong>{' '}
              {low !== null && high !== null && (
                <span class="quiet">{moneyRange(low, high, currency)}</span>
              )}
            </li>
          )}
        </ul>
      }
    >
      {of.people < INSIGHT_PEOPLE_MIN && <TooFew people={of.people} />}
      {onWant !== undefined && (
        <div>
          <Button onClick={onWant}>{w.showMonths}</Button>
        </div>
      )}
      <LiabilityChart months={months} waiting={history.waiting.value} currency={currency} />
      <About of={of} definition={w.liabilityDefinition} who={w.issuedTo} />
      <More path={`liability?asOf=${of.asOf}`} name={`liability-${of.asOf}`}>
        {months.length > 1 ? <LiabilityTable months={months} currency={currency} /> : undefined}
      </More>
    </Card>
  );
};
