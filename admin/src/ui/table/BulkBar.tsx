import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../../i18n/messages.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../Button.tsx';
import { countText } from './count-text.ts';
import type { Selection } from './selection.ts';
import type { TablePages } from './table-pages.ts';

/** At the bottom while rows are picked: how many, everything that matches, and what can be done with them. */
export const BulkBar = <Row,>(props: {
  selection: Selection<Row>;
  pages: TablePages<Row>;
  /** How far something that is being done has come. */
  progress?: { readonly done: number; readonly total: number } | null;
  children: ComponentChildren;
}): JSX.Element | null => {
  const { selection, pages, progress = null, children } = props;
  const w = messages().tables;
  const total = pages.total.value;
  const picked = selection.picked().length;
  if (picked === 0 && !selection.isAll() && progress === null) return null;
  const all = total === undefined ? '' : countText(total);
  return (
    <div class="bulk-bar" role="group" aria-label={w.selected(picked)}>
      <p class="grow">
        <strong role="status">{selection.isAll() ? all : w.selected(picked)}</strong>{' '}
        {total !== undefined && !selection.isAll() && total.count > picked && (
          <span>
            {w.ofAll(all)} ·{' '}
            <button type="button" class="link" onClick={() => selection.takeAll()}>
              {w.allMatching(all)}
            </button>
          </span>
        )}
      </p>
      {progress !== null ? (
        <p role="status">
          {w.progress(formatCount(progress.done), formatCount(progress.total))}{' '}
          <progress value={progress.done} max={progress.total} />
        </p>
      ) : (
        <>
          {children}
          <Button onClick={() => selection.clear()}>{w.clear}</Button>
        </>
      )}
    </div>
  );
};
