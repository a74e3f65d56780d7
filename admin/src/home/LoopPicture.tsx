import type { JSX } from 'preact';
import { ArrowRight, Undo2 } from 'lucide';
import type { Insights, StageCount } from '@okaeri/shared/insights';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatSigned } from '../lib/format.ts';
import { Icon } from '../ui/Icon.tsx';

/** The loyalty loop: who stands where now, and who moved in thirty days. */
export const LoopPicture = ({ of }: { of: Insights }): JSX.Element => (
  <section>
    <h2>{messages().home.loop}</h2>
    <p class="quiet">{messages().home.loopText}</p>
    <ol class="loop">
      {of.stages.map((stage, i) => (
        <Stage key={stage.stage} of={stage} flow={flowOf(of, stage, of.stages[i + 1])} />
      ))}
    </ol>
    <Returned of={of} />
    <Moves of={of} />
  </section>
);

/** How many went from a stage to the one after it; null behind the last. */
function flowOf({ moves }: Insights, of: StageCount, next: StageCount | undefined): number | null {
  if (next === undefined) return null;
  return moves.find(({ from, to }) => from === of.stage && to === next.stage)?.count ?? 0;
}

/** Who had lapsed and is a customer again. */
function Returned({ of: { moves } }: { of: Insights }): JSX.Element | null {
  const count = moves.reduce((sum, move) => (move.from === 'lapsed' ? sum + move.count : sum), 0);
  if (count === 0) return null;
  return (
    <p class="loop-back quiet small">
      <Icon of={Undo2} size={16} /> {messages().home.returned(count)}
    </p>
  );
}

function Stage({ of, flow }: { of: StageCount; flow: number | null }): JSX.Element {
  const w = messages();
  const by = of.now - of.before;
  return (
    <li class={`loop-${of.stage}`}>
      <a href={shopPath(`/shoppers?stage=${of.stage}`)}>
        <span class="loop-name">{w.stages[of.stage]}</span>
        <strong>{formatCount(of.now)}</strong>
        <span class="quiet small">
          {by === 0 ? w.home.unchanged : w.home.changed(formatSigned(by))}
        </span>
        <span class="loop-text quiet small">{w.home.stageTexts[of.stage]}</span>
      </a>
      {/* The table below says it to whoever listens. */}
      {flow !== null && (
        <span class="loop-flow" aria-hidden="true">
          {flow > 0 && formatCount(flow)}
          <Icon of={ArrowRight} size={14} />
        </span>
      )}
    </li>
  );
}

function Moves({ of }: { of: Insights }): JSX.Element {
  const w = messages();
  return (
    <details class="chart-table">
      <summary>{w.home.moves}</summary>
      {of.moves.length === 0 ? (
        <p class="quiet">{w.home.noMoves}</p>
      ) : (
        <table class="table narrow">
          <thead>
            <tr>
              <th scope="col">{w.home.from}</th>
              <th scope="col">{w.home.to}</th>
              <th scope="col" class="number">
                {w.shoppers.title}
              </th>
            </tr>
          </thead>
          <tbody>
            {of.moves.map(({ from, to, count }) => (
              <tr key={`${from} ${to}`}>
                <td data-label={w.home.from}>{from === 'new' ? w.home.newHere : w.stages[from]}</td>
                <td data-label={w.home.to}>{w.stages[to]}</td>
                <td data-label={w.shoppers.title} class="number">
                  {formatCount(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
