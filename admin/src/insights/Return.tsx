import type { JSX } from 'preact';
import type { EffectFigures, ReturnFigures } from '@okaeri/shared/effect-figures';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { periodText, shareText } from './figure-text.ts';
import { endsOf, verdictOf } from './interval-rules.ts';
import { exactMoney, money, shortMoney, signedMoney, signedMoneyRange } from './money-text.ts';
import { Unmeasured } from './Unmeasured.tsx';

/** What the programme returned in a quarter, less what it cost; nothing where nobody was held by lot. */
export const Return = (props: {
  of: ReturnFigures;
  effect: EffectFigures | undefined;
}): JSX.Element => {
  const { of, effect } = props;
  const w = messages().insightProgram;
  const main = of.marginShare === null ? of.liftMinor : of.netMinor;
  const verdict = verdictOf(main);
  return (
    <Card
      title={w.return}
      path="/insights/return"
      beside={
        <span class="row">
          {of.state === 'measured' && verdict !== null && (
            <span class={`badge ${VERDICT_TONES[verdict]}`}>{w.verdicts[verdict]}</span>
          )}
          <a class="button" href={shopPath('/insights/costs')}>
            {w.toCosts}
          </a>
        </span>
      }
    >
      {of.state === 'measured' ? (
        <div class="insight-split">
          <Result of={of} />
          <Facts of={of} effect={effect} />
        </div>
      ) : (
        <Unmeasured reason={of.reason ?? 'notEnough'} effect={effect} period={of.period} />
      )}
      <About
        of={of}
        definition={`${w.neverCompared}${messages().insights.space}${w.returnDefinition}`}
        who={w.shoppersOf}
      />
      <More
        path={`return?period=${of.period}&asOf=${of.asOf}`}
        name={`return-${of.period}-${of.asOf}`}
      />
    </Card>
  );
};

const VERDICT_TONES = { gain: 'good', loss: 'bad', open: 'warn' } as const;

/** The one large figure: what is left, or without a margin what was spent more. */
function Result({ of }: { of: ReturnFigures }): JSX.Element {
  const { marginShare, netMinor, liftMinor, currency, period } = of;
  const w = messages().insightProgram;
  const { interval } = messages().insights;
  const main = marginShare === null ? liftMinor : netMinor;
  const { value, low, high } = main;
  const ends = endsOf(main);
  if (value === null || low === null || high === null || ends === null) return <></>;
  return (
    <div class="stack tight">
      <p class="quiet small">
        {marginShare === null ? w.liftOf(periodText(period)) : w.netOf(periodText(period))}
      </p>
      <p class="insight-hero">{signedMoney(value, currency)}</p>
      <p class="small">
        {interval} {signedMoneyRange(low, high, currency)}
      </p>
      <Range of={main} ends={ends} />
      <p class="strip-ends quiet small" aria-hidden="true">
        <span>{shortMoney(ends[0], currency)}</span>
        <span>0</span>
        <span>+{shortMoney(ends[1], currency)}</span>
      </p>
      {marginShare === null && <p class="small">{w.noMargin}</p>}
    </div>
  );
}

function Facts(props: { of: ReturnFigures; effect: EffectFigures | undefined }): JSX.Element {
  const { of, effect } = props;
  const { currency, spentMinor, liftMinor, marginShare, costMinor, paysFromLiftMinor } = of;
  const w = messages().insightProgram;
  const facts: (readonly [string, JSX.Element | string])[] = [
    ...(effect === undefined
      ? []
      : [
          [
            w.arms,
            w.people(formatCount(effect.treated.people), formatCount(effect.held.people)),
          ] as const,
        ]),
    ...(spentMinor.treated.value === null || spentMinor.held.value === null
      ? []
      : [
          [
            w.spent,
            `${exactMoney(spentMinor.treated.value, currency)} / ${exactMoney(spentMinor.held.value, currency)}`,
          ] as const,
        ]),
    ...(liftMinor.value === null || liftMinor.low === null || liftMinor.high === null
      ? []
      : [
          [
            w.lift,
            `${signedMoney(liftMinor.value, currency)} (${signedMoneyRange(liftMinor.low, liftMinor.high, currency)})`,
          ] as const,
        ]),
    [w.margin, marginShare === null ? w.notEntered : shareText(marginShare)],
    ...(costMinor === null ? [] : [[w.cost, money(costMinor, currency)] as const]),
    ...(paysFromLiftMinor === null
      ? []
      : [
          [
            w.paysFrom,
            <strong key="pays">{w.liftEach(exactMoney(paysFromLiftMinor, currency))}</strong>,
          ] as const,
        ]),
  ];
  return (
    <dl class="insight-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
