import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { Download } from 'lucide';
import { saveText } from '../app/save-file.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMonth, formatShort } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { axisEnd, csvOf, type ChartData } from './chart-rules.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Bars by month, with what they stand for, a table of them, and a file. */
export const Chart = ({ of }: { of: ChartData }): JSX.Element => {
  const shown = useSignal(of.months.length - 1);
  const w = messages().home;
  const isEmpty = of.series.every(({ values }) => values.every((value) => value === 0));
  if (isEmpty)
    return (
      <section class="chart">
        <h3>{of.title}</h3>
        <p class="quiet">{w.nothingYet}</p>
      </section>
    );
  return (
    <section class="chart">
      <header>
        <h3>{of.title}</h3>
        <ul class="legend">
          {of.series.map(({ name, tone, values }) => (
            <li key={name}>
              <span class={`chart-key ${tone}`} aria-hidden="true" />
              {name} <strong>{formatCount(values[shown.value] ?? 0)}</strong>
            </li>
          ))}
          <li class="quiet">{formatMonth(of.months[shown.value] ?? '', 'long')}</li>
        </ul>
      </header>
      <Bars of={of} onShow={(month) => (shown.value = month)} />
      <DataTable of={of} />
    </section>
  );
};

/** The months, each reached by pointer and by arrow keys; what they hold stands above them. */
function Bars({ of, onShow }: { of: ChartData; onShow: (month: number) => void }): JSX.Element {
  const current = useSignal(of.months.length - 1);
  const row = useRef<HTMLDivElement>(null);
  const end = axisEnd(of.series.flatMap(({ values }) => values));
  const show = (month: number): void => {
    current.value = month;
    onShow(month);
  };
  const onKey = (event: KeyboardEvent): void => {
    const all = [...(row.current?.querySelectorAll('button') ?? [])];
    // On a narrow screen the older months are left to the table.
    const shown = all.filter((one) => one.offsetParent !== null);
    const at = shown.findIndex((one) => one === document.activeElement);
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : shown[at + step];
    if (event.key === 'Home') shown[0]?.focus();
    else if (event.key === 'End') shown.at(-1)?.focus();
    else if (next) next.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div class="chart-area">
      <div class="chart-axis" aria-hidden="true">
        <span>{formatShort(end)}</span>
        <span>{formatShort(end / 2)}</span>
        <span>0</span>
      </div>
      <div class="chart-bars" role="group" aria-label={of.title} ref={row} onKeyDown={onKey}>
        {of.months.map((month, i) => (
          <button
            key={month}
            type="button"
            class="chart-month"
            tabIndex={i === current.value ? 0 : -1}
            aria-label={`${formatMonth(month, 'medium')}: ${said(of, i)}`}
            onFocus={() => show(i)}
            onMouseEnter={() => onShow(i)}
          >
            <span class="chart-column">
              {of.series.map(({ name, tone, values }) => (
                <span
                  key={name}
                  class={`chart-bar ${tone}`}
                  style={{
                    height: end === 0 ? '0' : `${(Math.max(0, values[i] ?? 0) / end) * 100}%`,
                  }}
                />
              ))}
            </span>
            <span class="chart-label" aria-hidden="true">
              {formatMonth(month, 'short')}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

function DataTable({ of }: { of: ChartData }): JSX.Element {
  const w = messages().home;
  return (
    <details class="chart-table">
      <summary>{w.asTable}</summary>
      <table class="table narrow">
        <thead>
          <tr>
            <th scope="col">{w.month}</th>
            {of.series.map(({ name }) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.months.map((month, i) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month, 'long')}</th>
              {of.series.map(({ name, values }) => (
                <td key={name} class="number" data-label={name}>
                  {formatCount(values[i] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        icon={Download}
        onClick={() => saveText(csvOf(of, w.month), `${of.title}.csv`, 'text/csv')}
      >
        {w.exportCsv}
      </Button>
    </details>
  );
}

function said({ series }: ChartData, i: number): string {
  return series.map(({ name, values }) => `${name} ${formatCount(values[i] ?? 0)}`).join(' · ');
}
