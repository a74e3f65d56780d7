import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CohortCell, CohortFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMonth } from '../lib/format.ts';
import { shareRange, shareText, wholeShareText } from './figure-text.ts';
import { highestOf, placeBy, stepOf, type HeatView, type Place } from './heat-rules.ts';

type Cohort = CohortFigures['cohorts'][number];

/** Cells that say their share, shaded by it; each is reached by pointer and by arrow keys, and said below in full. */
export const HeatTable = (props: {
  cohorts: readonly Cohort[];
  view: HeatView;
  legend: JSX.Element;
}): JSX.Element => {
  const { cohorts, view, legend } = props;
  const rows = cohorts.map((cohort) => toldOf(cohort, view));
  const current = useSignal<Place>(firstOf(rows));
  const table = useRef<HTMLTableElement>(null);
  const w = messages().insights;
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const onKey = (event: KeyboardEvent): void => {
    const lengths = rows.map(({ length }) => length);
    const next = placeBy(event.key, current.value, lengths);
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  };
  const shown = cohorts[current.value.row];
  const cell = rows[current.value.row]?.[current.value.column];
  return (
    <>
      <div class="heat-scroll">
        <table class="heat" ref={table} onKeyDown={onKey}>
          <thead>
            <tr>
              <th scope="col">{w.firstOrder}</th>
              <th scope="col" class="number">
                {w.buyers}
              </th>
              {Array.from({ length: columns }, (_, month) => (
                <th key={month} scope="col">
                  <span class="hidden">{w.month(month)}</span>
                  <span aria-hidden="true">{month}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort, row) => (
              <Row
                key={cohort.month}
                cohort={cohort}
                cells={rows[row] ?? []}
                columns={columns}
                highest={highestOf(cohorts, view)}
                current={current.value.row === row ? current.value.column : null}
                onShow={(column) => (current.value = { row, column })}
                row={row}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div class="heat-foot">
        <p class="small">
          {shown !== undefined && cell !== undefined && (
            <>
              <strong>{saidOf(shown, cell)}</strong>
              {w.space}
            </>
          )}
          <span class="quiet">{w.arrows}</span>
        </p>
        {legend}
      </div>
    </>
  );
};

function Row(props: {
  cohort: Cohort;
  cells: readonly CohortCell[];
  columns: number;
  highest: number;
  /** The cell that the Tab key leads to. */
  current: number | null;
  onShow: (column: number) => void;
  row: number;
}): JSX.Element {
  const { cohort, cells, columns, highest, current, onShow, row } = props;
  const w = messages().insights;
  const isTold = cells.length > 0;
  const rest = columns - cells.length;
  return (
    <tr>
      <th scope="row">{formatMonth(cohort.month, 'medium')}</th>
      <td class="number quiet">{formatCount(cohort.size)}</td>
      {cells.map((cell, column) => (
        <td key={cell.month}>
          <button
            type="button"
            class={cell.unfinished ? 'heat-unfinished' : `heat-${stepOf(cell, highest)}`}
            data-place={`${row} ${column}`}
            tabIndex={current === column ? 0 : -1}
            aria-label={`${wholeShareText(cell.share ?? 0)} ${saidOf(cohort, cell)}`}
            onFocus={() => onShow(column)}
            onMouseEnter={() => onShow(column)}
          >
            {wholeShareText(cell.share ?? 0)}
          </button>
        </td>
      ))}
      {rest > 0 && (
        <td colSpan={rest} class="heat-few quiet small">
          {!isTold && w.needed(cohort.size, INSIGHT_PEOPLE_MIN)}
        </td>
      )}
    </tr>
  );
}

/** The cells of a cohort of whom something is told. */
function toldOf(cohort: Cohort, view: HeatView): readonly CohortCell[] {
  return cohort[view].filter(({ share }) => share !== null);
}

/** Where one comes in: the first cell there is. */
function firstOf(rows: readonly (readonly CohortCell[])[]): Place {
  return {
    row: Math.max(
      0,
      rows.findIndex(({ length }) => length > 0),
    ),
    column: 0,
  };
}

/** `Aug 2026, month 1: 55 of 372, 14.8% (11.5–18.8%).` */
function saidOf(cohort: Cohort, cell: CohortCell): string {
  const w = messages().insights;
  const said = w.cell({
    cohort: formatMonth(cohort.month, 'medium'),
    month: cell.month,
    count: formatCount(cell.count),
    of: formatCount(cohort.size),
    share: shareText(cell.share ?? 0),
    range: shareRange(cell.low ?? 0, cell.high ?? 0),
  });
  return cell.unfinished ? `${said}${w.space}${w.unfinishedText}` : said;
}
