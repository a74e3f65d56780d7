import type { JSX } from 'preact';
import type { Estimate } from '@okaeri/shared/figures';
import type { ReturnAhead, ReturnBehind, Simulation } from '@okaeri/shared/simulation';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatShare } from '../lib/format.ts';

/** What a replayed draft does to the return, in words; where the figures say too little, why. */
export const ExpectedReturn = ({ of }: { of: Simulation }): JSX.Element => {
  const w = messages().program;
  const { ahead, behind } = of.expectedReturn;
  return (
    <section>
      <h3>{w.expected}</h3>
      <Ahead of={ahead} currency={of.currency} />
      <Behind of={behind} currency={of.currency} />
      {of.segmentsLeftOut.length > 0 && (
        <p class="quiet small">{w.segmentsLeftOut(of.segmentsLeftOut.join(', '))}</p>
      )}
    </section>
  );
};

function Ahead({ of, currency }: { of: ReturnAhead; currency: string }): JSX.Element {
  const w = messages().program;
  const { changeMinor, purchases, paysFromMore } = of;
  const { value } = changeMinor;
  if (of.reason !== null || value === null)
    return <Silence of="ahead" reason={of.reason ?? 'notTaken'} />;
  const money = formatMoney(Math.abs(value), currency);
  const range = moneyRange(value < 0 ? turned(changeMinor) : changeMinor, currency);
  return (
    <>
      <p>
        {value === 0 ? w.ahead.same : w.ahead[value < 0 ? 'costs' : 'saves'](money, range)}{' '}
        {paysFromMore !== null && w.ahead.pays(formatShare(paysFromMore))}
      </p>
      <p class="quiet small">
        {w.ahead.basis(formatCount(Math.round(purchases.value ?? 0)), countRange(purchases))}
      </p>
    </>
  );
}

function Behind({ of, currency }: { of: ReturnBehind; currency: string }): JSX.Element {
  const w = messages().program;
  const { reason, period, netMinor, draftNetMinor } = of;
  if (reason !== null || netMinor.value === null || draftNetMinor.value === null)
    return <Silence of="behind" reason={reason ?? 'notTaken'} />;
  return (
    <p>
      {w.behind({
        period: period ?? '',
        net: formatMoney(netMinor.value, currency),
        range: moneyRange(netMinor, currency),
        draft: formatMoney(draftNetMinor.value, currency),
        draftRange: moneyRange(draftNetMinor, currency),
      })}
    </p>
  );
}

function Silence(props: {
  of: 'ahead' | 'behind';
  reason: NonNullable<ReturnAhead['reason'] | ReturnBehind['reason']>;
}): JSX.Element {
  const w = messages().program;
  return <p class="quiet">{w.silence(w.silent[props.of], w.silent[props.reason])}</p>;
}

/** A loss is told as so much less, its smaller end first. */
function turned({ value, low, high }: Estimate): Estimate {
  const other = (end: number | null): number | null => (end === null ? null : -end);
  return { value: other(value), low: other(high), high: other(low) };
}

function moneyRange({ low, high }: Estimate, currency: string): string {
  if (low === null || high === null) return '';
  return messages().program.moneyRange(formatMoney(low, currency), formatMoney(high, currency));
}

function countRange({ low, high }: Estimate): string {
  if (low === null || high === null) return '';
  return messages().program.moneyRange(formatCount(Math.round(low)), formatCount(Math.round(high)));
}
