import type { JSX } from 'preact';
import type { CountedShare, Estimate } from '@okaeri/shared/figures';
import type { EffectFigures } from '@okaeri/shared/effect-figures';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { dayText, shareRange, shareText } from './figure-text.ts';
import { endsOf, verdictOf } from './interval-rules.ts';
import { points, pointsRange, signedMoney, signedMoneyRange } from './money-text.ts';
import { Unmeasured } from './Unmeasured.tsx';

/** What a quarter's marketing did: those it was drawn for against those who were held back by lot. */
export const Effects = ({ of }: { of: EffectFigures }): JSX.Element => {
  const w = messages().insightProgram;
  return (
    <Card title={w.effects} path="/insights/effects" note={w.effectsNote}>
      {of.state === 'done' ? (
        <Differences of={of} />
      ) : (
        <Unmeasured reason={of.state} effect={of} period={of.period} />
      )}
      {of.people > 0 && <Refusals of={of} />}
      <About
        of={of}
        definition={[
          w.effectsDefinition(dayText(of.endsOn), of.outcome.days),
          ...(of.state === 'done' && of.smallestEffect !== null
            ? [w.smallest(shareText(of.heldShare), points(of.smallestEffect).replace('+', ''))]
            : []),
        ].join(messages().insights.space)}
        who={w.shoppersOf}
      />
      <More
        path={`effects/programme?period=${of.period}&asOf=${of.asOf}`}
        name={`effects-${of.period}-${of.asOf}`}
      />
    </Card>
  );
};

function Differences({ of }: { of: EffectFigures }): JSX.Element {
  const { treated, held, share, spendMinor, currency } = of;
  const w = messages().insightProgram;
  const bought: Estimate = { value: share.difference, low: share.low, high: share.high };
  const spent: Estimate = {
    value: spendMinor.difference,
    low: spendMinor.low,
    high: spendMinor.high,
  };
  return (
    <div class="insight-split">
      <Difference
        label={w.boughtDifference}
        of={bought}
        value={(value) => w.points(points(value))}
        range={pointsRange}
        text={w.boughtBy({
          treated: formatCount(treated.outcomes ?? 0),
          ofTreated: formatCount(treated.people),
          held: formatCount(held.outcomes ?? 0),
          ofHeld: formatCount(held.people),
        })}
      />
      <Difference
        label={w.spentDifference}
        of={spent}
        value={(value) => signedMoney(value, currency)}
        range={(low, high) => signedMoneyRange(low, high, currency)}
        text={w.spentText}
      />
    </div>
  );
}

function Difference(props: {
  label: string;
  of: Estimate;
  value: (value: number) => string;
  range: (low: number, high: number) => string;
  text: string;
}): JSX.Element {
  const { label, of, value, range, text } = props;
  const w = messages().insightProgram;
  const { interval, space } = messages().insights;
  const ends = endsOf(of);
  const verdict = verdictOf(of);
  return (
    <div class="stack tight">
      <p class="quiet small">{label}</p>
      {of.value === null || of.low === null || of.high === null || ends === null ? (
        <p class="insight-none">{w.noDifference}</p>
      ) : (
        <>
          <p class={`insight-figure${verdict === 'gain' ? ' gain' : ''}`}>{value(of.value)}</p>
          <p class="small">
            {interval} {range(of.low, of.high)}
            {verdict === 'open' && `${w.stop}${space}${w.notProven}`}
          </p>
          <Range of={of} ends={ends} />
        </>
      )}
      <p class="quiet small">{text}</p>
    </div>
  );
}

/** Who unsubscribed or complained, always. */
function Refusals({ of }: { of: EffectFigures }): JSX.Element {
  const w = messages().insightProgram;
  const rows = [
    [w.unsubscribed, of.unsubscribed],
    [w.complained, of.complained],
  ] as const;
  return (
    <table class="insight-rows refusals">
      <thead>
        <tr>
          <th scope="col">{w.refused}</th>
          <th scope="col" class="number">
            {w.treated}
          </th>
          <th scope="col" class="number">
            {w.held}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { treated, held }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number" data-label={w.treated}>
              <Counted of={treated} />
            </td>
            <td class="number" data-label={w.held}>
              <Counted of={held} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Counted({ of }: { of: CountedShare }): JSX.Element {
  const { count, share, low, high } = of;
  if (share === null || low === null || high === null) return <>{formatCount(count)}</>;
  return (
    <>
      {formatCount(count)} · {shareText(share)} <span class="quiet">({shareRange(low, high)})</span>
    </>
  );
}
