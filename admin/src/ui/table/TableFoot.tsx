import type { JSX } from 'preact';
import { messages } from '../../i18n/messages.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../Button.tsx';
import { countText } from './count-text.ts';
import type { TablePages } from './table-pages.ts';

/** Below a list: which rows of how many, in which order, and the pages beside this one. */
export const TableFoot = <Row,>(props: {
  pages: TablePages<Row>;
  count: number;
  order: string | null;
}): JSX.Element => {
  const { pages, count, order } = props;
  const w = messages().tables;
  const last = pages.from.value + count - 1;
  const [from, to] = [formatCount(pages.from.value), formatCount(last)];
  const total = pages.total.value;
  // Counted a second behind, there may be fewer than are seen.
  const all = total && { ...total, count: Math.max(total.count, last) };
  const range = all === undefined ? w.rangeOnly(from, to) : w.range(from, to, countText(all));
  return (
    <div class="table-foot">
      <p class="quiet small" role="status">
        {range}
        {order !== null && ` · ${order}`}
      </p>
      {(pages.hasNext.value || pages.hasPrevious.value) && (
        <div class="row">
          <Button blocked={!pages.hasPrevious.value && ' '} onClick={() => void pages.previous()}>
            {w.previous}
          </Button>
          <Button
            blocked={!pages.hasNext.value && ' '}
            busy={pages.isLoading.value}
            onClick={() => void pages.next()}
          >
            {w.next}
          </Button>
        </div>
      )}
    </div>
  );
};
