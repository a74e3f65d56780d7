import type { JSX } from 'preact';
import type { AcquisitionFigures } from '@okaeri/shared/effect-figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMonth } from '../lib/format.ts';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { oneDecimal } from './figure-text.ts';
import { exactMoney } from './money-text.ts';

type Month = AcquisitionFigures['months'][number];

/** What a new buyer cost, month by month, and revenue beside ad spend, which nobody calls caused. */
export const Acquisition = ({ of }: { of: AcquisitionFigures }): JSX.Element => {
  const w = messages().insightValue;
  const hasAds = of.months.some(({ adsMinor }) => adsMinor > 0);
  return (
    <Card title={w.acquisition} path="/insights/acquisition" note={w.acquisitionNote}>
      {!hasAds && (
        <p class="note state">
          <span class="grow">{w.noAds}</span>
          <a class="button" href={shopPath('/insights/costs')}>
            {w.enterCosts}
          </a>
        </p>
      )}
      <table class="insight-rows">
        <thead>
          <tr>
            <th scope="col">{w.monthHead}</th>
            <th scope="col" class="number">
              {w.newBuyers}
            </th>
            <th scope="col" class="number">
              {w.ads}
            </th>
            <th scope="col" class="number">
              {w.perBuyer}
            </th>
            <th scope="col" class="number">
              {w.revenue}
            </th>
            <th scope="col" class="number">
              {w.roas}
            </th>
            <th scope="col" class="number">
              {w.firstRoas}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.months.toReversed().map((month) => (
            <Row key={month.month} of={month} currency={of.currency} />
          ))}
        </tbody>
      </table>
      <About of={of} definition={w.acquisitionDefinition} />
      <More path={`acquisition?asOf=${of.asOf}`} name={`acquisition-${of.asOf}`} />
    </Card>
  );
};

function Row({ of, currency }: { of: Month; currency: string }): JSX.Element {
  const { month, unfinished, newBuyers, adsMinor, costMinor, revenueMinor, roas, firstRoas } = of;
  const w = messages().insightValue;
  const { needed, unfinished: isUnfinished } = messages().insights;
  const dash = <span class="quiet">–</span>;
  const perBuyer =
    costMinor !== null
      ? exactMoney(costMinor, currency)
      : adsMinor > 0 &&
        newBuyers < INSIGHT_PEOPLE_MIN && (
          <span class="quiet small">{needed(newBuyers, INSIGHT_PEOPLE_MIN)}</span>
        );
  return (
    <tr class={unfinished ? 'unfinished' : undefined}>
      <th scope="row">
        <span>{formatMonth(month, 'medium')}</span>
        {unfinished && <span class="quiet small">{isUnfinished}</span>}
      </th>
      <td class="number" data-label={w.newBuyers}>
        {formatCount(newBuyers)}
      </td>
      <td class="number" data-label={w.ads}>
        {adsMinor === 0 ? dash : exactMoney(adsMinor, currency)}
      </td>
      <td class={costMinor === null ? 'number' : 'number strong'}>{perBuyer || dash}</td>
      <td class="number off-phone">{exactMoney(revenueMinor, currency)}</td>
      <td class="number off-phone">{roas === null ? dash : oneDecimal(roas)}</td>
      <td class="number off-phone">{firstRoas === null ? dash : oneDecimal(firstRoas)}</td>
    </tr>
  );
}
