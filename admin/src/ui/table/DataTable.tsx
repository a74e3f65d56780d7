import type { ComponentChildren, JSX } from 'preact';
import { ChevronDown, ChevronUp, SearchX } from 'lucide';
import type { IconNode } from 'lucide';
import { messages } from '../../i18n/messages.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { Empty, Fault, Skeleton } from '../states.tsx';
import type { Selection } from './selection.ts';
import { TableFoot } from './TableFoot.tsx';
import type { TablePages } from './table-pages.ts';
import { sortedBy, type TableState } from './table-state.ts';
import { useRowKeys } from './use-row-keys.ts';
import './table.css';
import './table-phone.css';

/** A column of a list. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'time';
  /** What the server orders by, where it can. */
  readonly sort?: string;
  /** The one figure that is shown on a phone. */
  readonly isFigure?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
}

/** What a row is called: its link, a second line, and a last one for phones, where there are no columns. */
export interface RowHead {
  /** Null where there is nothing behind it. */
  readonly href: string | null;
  readonly name: ComponentChildren;
  readonly line: ComponentChildren;
  readonly phone: ComponentChildren;
}

interface Props<Row> {
  label: string;
  pages: TablePages<Row>;
  state: TableState;
  onState: (state: TableState) => void;
  /** Its first column. */
  first: { readonly title: string; readonly sort?: string };
  head: (row: Row) => RowHead;
  keyOf: (row: Row) => string;
  /** What a row is called to somebody who hears it. */
  nameOf: (row: Row) => string;
  columns: readonly TableColumn<Row>[];
  selection?: Selection<Row>;
  /** Where there is nothing at all. */
  empty: { readonly icon: IconNode; readonly title: string; readonly text: string };
  onClear: () => void;
}

/** A list as a table: sorted by its header, page by page; on a phone two lines and a figure for each row. */
export const DataTable = <Row,>(props: Props<Row>): JSX.Element => {
  const { pages, state, empty, onClear } = props;
  const rows = pages.rows.value;
  const w = messages().tables;
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0;
  if (pages.fault.value && rows === undefined)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (rows === undefined) return <Skeleton lines={8} />;
  if (rows.length === 0 && isNarrowed)
    return (
      <Empty icon={SearchX} title={w.none}>
        <p>{w.noneText}</p>
        <Button onClick={onClear}>{w.showAll}</Button>
      </Empty>
    );
  if (rows.length === 0)
    return (
      <Empty icon={empty.icon} title={empty.title}>
        <p>{empty.text}</p>
      </Empty>
    );
  return (
    <>
      {pages.fault.value && <Fault fault={pages.fault.value} onRetry={() => void pages.reload()} />}
      <Rows {...props} rows={rows} />
      <TableFoot pages={pages} count={rows.length} order={orderText(props)} />
    </>
  );
};

function Rows<Row>(props: Props<Row> & { rows: readonly Row[] }): JSX.Element {
  const { rows, pages, label, first, columns, selection, keyOf } = props;
  const body = useRowKeys();
  const w = messages().tables;
  const isAll = selection !== undefined && rows.every((row) => selection.has(keyOf(row)));
  return (
    <div class={`data-table${pages.isLoading.value ? ' waits' : ''}`}>
      <table aria-label={label} aria-busy={pages.isLoading.value}>
        <thead>
          <tr>
            {selection && (
              <th scope="col" class="pick">
                <input
                  type="checkbox"
                  aria-label={w.selectAll}
                  checked={isAll}
                  onChange={() => selection.setAll(rows, !isAll)}
                />
              </th>
            )}
            <Head {...props} title={first.title} kind="text" sort={first.sort} />
            {columns.map((column) => (
              <Head key={column.id} {...props} {...column} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <Line key={keyOf(row)} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>(
  props: Props<Row> & { title: string; kind: TableColumn<Row>['kind']; sort?: string | undefined },
): JSX.Element {
  const { title, kind, sort, state, onState } = props;
  const isFirst = kind === 'text' ? 'asc' : 'desc';
  const side = kind === 'number' ? 'number' : '';
  // What is searched for comes in the order it was found in.
  if (sort === undefined || state.search !== '')
    return (
      <th scope="col" class={side}>
        {title}
      </th>
    );
  const isSorted = state.sort === sort;
  const direction = state.order === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" class={side} aria-sort={isSorted ? direction : undefined}>
      <button type="button" onClick={() => onState(sortedBy(state, { sort, isFirst }))}>
        {title}
        {isSorted && <Icon of={state.order === 'asc' ? ChevronUp : ChevronDown} size={13} />}
      </button>
    </th>
  );
}

function Line<Row>(props: Props<Row> & { row: Row }): JSX.Element {
  const { row, first, head, columns, selection, keyOf, nameOf } = props;
  const { href, name, line, phone } = head(row);
  const key = keyOf(row);
  const isPicked = selection?.has(key) === true;
  return (
    <tr class={isPicked ? 'picked-row' : ''}>
      {selection && (
        <td class="pick" data-label={messages().tables.select}>
          <input
            type="checkbox"
            aria-label={messages().tables.selectRow(nameOf(row))}
            checked={isPicked}
            onChange={() => selection.toggle(row)}
          />
        </td>
      )}
      <td class="name" data-label={first.title}>
        {href === null ? <strong>{name}</strong> : <a href={href}>{name}</a>}
        {line && <p class="quiet small">{line}</p>}
        <p class="quiet small phone">{phone}</p>
      </td>
      {columns.map(({ id, title, kind, isFigure, cell }) => (
        <td
          key={id}
          data-label={title}
          class={`${kind === 'number' ? 'number' : ''}${isFigure === true ? ' figure' : ''}`}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

function orderText<Row>({ state, columns, first }: Props<Row>): string | null {
  const w = messages().tables;
  if (state.search !== '') return w.bestMatch;
  const sorted =
    columns.find(({ sort }) => sort === state.sort) ??
    (first.sort === state.sort ? { title: first.title, kind: 'text' as const } : undefined);
  return sorted === undefined
    ? w.orders.time[state.order]
    : w.sortedBy(sorted.title.toLocaleLowerCase(), w.orders[sorted.kind][state.order]);
}
