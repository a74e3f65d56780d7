import type { ComponentChildren, JSX } from 'preact';
import type { IconNode } from 'lucide';
import { Empty } from './states.tsx';

interface ListProps<Item> {
  items: readonly Item[];
  icon: IconNode;
  empty: string;
  emptyText: string;
  children: (item: Item) => ComponentChildren;
}

/** A shopper's records of one kind, or that there are none. */
export const RecordList = <Item,>(props: ListProps<Item>): JSX.Element => {
  const { items, icon, empty, emptyText, children } = props;
  if (items.length === 0)
    return (
      <Empty icon={icon} title={empty}>
        <p>{emptyText}</p>
      </Empty>
    );
  return (
    <ul class="rows timeline">
      {items.map((item, i) => (
        <li key={i}>{children(item)}</li>
      ))}
    </ul>
  );
};
