import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ChartColumn } from 'lucide';
import type { ReviewFigures, StarSummary } from '@okaeri/shared/reviews';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { formatCount, formatShare } from '../lib/format.ts';
import { createResource } from '../lib/resource.ts';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';

const STARS = [5, 4, 3, 2, 1] as const;

/** What everybody may know about a shop's reviews: the same figures its pages show. */
export const FiguresTab = (): JSX.Element => {
  const known = useMemo(() => createResource(() => request(api().reviews.figures.$get())), []);
  useEffect(() => void known.load(), [known]);
  const w = messages().reviewFigures;
  const of = known.value.value;
  if (known.fault.value)
    return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
  if (of === undefined) return <Skeleton lines={6} />;
  if (of.published.count + of.withheld.count === 0)
    return (
      <Empty icon={ChartColumn} title={w.none}>
        <p>{w.noneText}</p>
      </Empty>
    );
  return (
    <section>
      <p class="quiet">{w.text}</p>
      <dl class="figures">
        {(
          [
            [w.published, of.published.count],
            [w.verified, of.verified],
            [w.imported, of.imported],
            [w.withheld, of.withheld.count],
          ] as const
        ).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      <Table of={of} />
    </section>
  );
};

function Table({ of }: { of: ReviewFigures }): JSX.Element {
  const w = messages().reviewFigures;
  const columns = [
    [w.published, of.published],
    [w.offered, of.offered],
    [w.notOffered, of.notOffered],
    [w.withheld, of.withheld],
  ] as const;
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={w.title}>
      <table class="table plain">
        <thead>
          <tr>
            <th scope="col">{w.stars}</th>
            {columns.map(([name]) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STARS.map((star) => (
            <tr key={star}>
              <th scope="row">{w.star(star)}</th>
              {columns.map(([name, summary]) => (
                <Cell key={name} name={name} of={summary} star={star} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{w.count}</th>
            {columns.map(([name, { count }]) => (
              <td key={name} class="number" data-label={name}>
                {formatCount(count)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{w.average}</th>
            {columns.map(([name, summary]) => (
              <td key={name} class="number" data-label={name}>
                {averageOf(summary)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: { name: string; of: StarSummary; star: number }): JSX.Element {
  const { name, of, star } = props;
  const share = shareOf(of, star);
  return (
    <td class="number" data-label={name}>
      <span class="star-bar" ref={(node) => node?.style.setProperty('--share', `${share * 100}%`)}>
        {formatCount(of.stars[star - 1] ?? 0)}
        <span class="quiet small"> {formatShare(share)}</span>
      </span>
    </td>
  );
}

function averageOf({ average }: StarSummary): string {
  return average === null ? '–' : average.toFixed(2);
}

function shareOf(of: StarSummary, star: number): number {
  return of.count === 0 ? 0 : (of.stars[star - 1] ?? 0) / of.count;
}
