import type { JSX } from 'preact';
import type { LiabilityFigures } from '@okaeri/shared/figures';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMonth } from '../lib/format.ts';
import { dayText, shareRange, shareText, shortCount } from './figure-text.ts';
import { triangleShown } from './liability-rules.ts';
import { More } from './Card.tsx';
import { money } from './money-text.ts';

/** Months of issue that are shown, and so months since. */
const MONTHS = 6;

/** What was redeemed of the points of each month by so many months later. */
export const Issues = ({ of }: { of: LiabilityFigures }): JSX.Element => {
  const w = messages().insightProgram;
  const rows = triangleShown(of, MONTHS);
  return (
    <section class="insight-card">
      <header>
        <h2>{w.issues}</h2>
      </header>
      {rows.length === 0 ? <p class="quiet">{w.noAccounting}</p> : <Triangle rows={rows} />}
    </section>
  );
};

/** The lines of the books. */
export const Accounting = ({ of }: { of: LiabilityFigures }): JSX.Element => {
  const { accounting, breakage, ceiling, currency, asOf } = of;
  const w = messages().insightProgram;
  const part = (points: number | null): number =>
    ceiling.points === 0 ? 0 : (points ?? 0) / ceiling.points;
  return (
    <section class="insight-card">
      <header>
        <h2>{w.accounting}</h2>
      </header>
      {accounting === null ? (
        <p class="quiet">{w.noAccounting}</p>
      ) : (
        <dl class="insight-facts">
          <Fact name={w.deferred} value={money(accounting.left, currency)} />
          <Fact name={w.recognised} value={money(accounting.recognised, currency)} />
          <Fact name={w.forPoints} value={money(accounting.points, currency)} />
          <Fact name={w.forProducts} value={money(accounting.products, currency)} />
          {breakage.points !== null && (
            <Fact
              name={w.breakage}
              value={`${shareText(part(breakage.points))} (${shareRange(part(breakage.low), part(breakage.high))})`}
            />
          )}
          <Fact name={w.pointsInHand} value={formatCount(ceiling.points)} />
          <Fact name={w.made} value={dayText(asOf)} />
        </dl>
      )}
      <p class="quiet small">{w.noAudit}</p>
      <More
        path={`liability?asOf=${asOf}`}
        name={`accounting-${asOf}`}
        label={w.exportAccounting}
      />
    </section>
  );
};

function Triangle({ rows }: { rows: ReturnType<typeof triangleShown> }): JSX.Element {
  const w = messages().insightProgram;
  const columns = Math.min(MONTHS, Math.max(1, ...rows.map(({ redeemed }) => redeemed.length)));
  return (
    <>
      <p class="quiet small">{w.issuesNote}</p>
      <div class="insight-scroll" tabIndex={0} role="group" aria-label={w.issues}>
        <table class="insight-rows issues">
          <thead>
            <tr>
              <th scope="col">{w.issued}</th>
              <th scope="col" class="number">
                {w.pointsHead}
              </th>
              {Array.from({ length: columns }, (_, after) => (
                <th key={after} scope="col" class="number">
                  <span class="hidden">{w.after(after)}</span>
                  <span aria-hidden="true">{after}</span>
                </th>
              ))}
              <th scope="col" class="number">
                {w.redeemedShare}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ month, issued, redeemed, unfinished }) => (
              <tr key={month}>
                <th scope="row">{formatMonth(month, 'medium')}</th>
                <td class="number">{shortCount(issued)}</td>
                {Array.from({ length: columns }, (_, after) => {
                  const points = redeemed[after];
                  const runs = unfinished && after === redeemed.length - 1;
                  return (
                    <td key={after} class={runs ? 'number unfinished' : 'number'}>
                      {points === undefined ? <span class="quiet">–</span> : shortCount(points)}
                      {runs && <span class="hidden"> {messages().insights.unfinished}</span>}
                    </td>
                  );
                })}
                <td class="number strong">{shareText((redeemed.at(-1) ?? 0) / issued)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet small">{w.issuesText}</p>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
