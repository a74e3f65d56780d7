import type { JSX } from 'preact';
import { Download } from 'lucide';
import type { GapCurve, GapFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { saveText } from '../app/save-file.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { NotEnough } from '../ui/states.tsx';
import { About } from './About.tsx';
import { againAt, endOf, gapsCsv, marksOf } from './curve-rules.ts';
import { Curves } from './Curves.tsx';
import { shareRange, shareText } from './figure-text.ts';

/** How long it takes until somebody buys again: curves, a table of them, and a file. */
export const Gaps = ({ of }: { of: GapFigures }): JSX.Element => {
  const w = messages().insights;
  const told = of.byOrder.filter(({ closed, open }) => closed + open >= INSIGHT_PEOPLE_MIN);
  const few = of.byOrder.filter((one) => !told.includes(one));
  return (
    <section class="insight-card">
      {told.length === 0 ? <h2>{w.gaps}</h2> : <Curves of={told} />}
      {few.map(({ from, to, closed, open }) => (
        <div key={from} class="insight-few">
          <p>{w.gap(from, to)}</p>
          <NotEnough has={closed + open} needed={INSIGHT_PEOPLE_MIN} />
        </div>
      ))}
      <About of={of} definition={w.gapDefinition} />
      <div class="insight-more">
        {told.length > 0 && <Table of={told} />}
        <Button
          kind="quiet"
          icon={Download}
          onClick={() => saveText(gapsCsv(of), `gaps-${of.asOf}.csv`, 'text/csv')}
        >
          {w.exportCsv}
        </Button>
      </div>
    </section>
  );
};

/** Who has bought again by the days of the axis; every day stands in the file. */
function Table({ of }: { of: readonly (GapCurve & { from: number; to: number })[] }): JSX.Element {
  const w = messages().insights;
  return (
    <details class="insight-table">
      <summary>{w.asTable}</summary>
      <table class="table plain">
        <thead>
          <tr>
            <th scope="col">{w.daysSince}</th>
            {of.map(({ from, to }) => (
              <th key={from} scope="col" class="number">
                {w.gap(from, to)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marksOf(endOf(of)).map((day) => (
            <tr key={day}>
              <th scope="row">{formatCount(day)}</th>
              {of.map((one) => {
                const { share, low, high } = againAt(one, day);
                return (
                  <td key={one.from} class="number" data-label={w.gap(one.from, one.to)}>
                    {shareText(share)} <span class="quiet">({shareRange(low, high)})</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
