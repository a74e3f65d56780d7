import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { SeenItem, SeenKind } from '@okaeri/shared/seen-items';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { noteProductNames, productNames } from '../lib/product-names.ts';
import { ApiError, request } from '../lib/request.ts';
import { Combobox, type Option } from '../ui/pickers/Combobox.tsx';
import { ManyField } from '../ui/pickers/ManyField.tsx';
import { faultAt, faultWithin, type At } from './fields.tsx';
import { placeOf } from './show-field.ts';

/** Products, collections or tags, chosen among those that were sold or are in the catalog. */
export const ItemsAt = (props: At & { kind: SeenKind; optional?: 'absent' }): JSX.Element => {
  const { editor, path, label, hint, kind, optional } = props;
  const { options, search } = useSeen(kind);
  const known = editor.at(path);
  return (
    <div data-place={placeOf(path)}>
      <ManyField
        label={label}
        hint={hint}
        fault={faultWithin(editor, path)}
        value={Array.isArray(known) ? known.map(String) : []}
        nameOf={nameOfItem}
        options={options}
        onSearch={search}
        onValue={(next) =>
          editor.set(path, next.length === 0 && optional !== undefined ? undefined : next)
        }
      />
    </div>
  );
};

/** One product. */
export const ProductAt = ({ editor, path, label, hint }: At): JSX.Element => {
  const { options, search } = useSeen('product');
  const value = editor.at(path);
  return (
    <div data-place={placeOf(path)}>
      <Combobox
        label={label}
        hint={hint ?? messages().pickers.searchProducts}
        fault={faultAt(editor, path)}
        text={typeof value === 'string' ? nameOfItem(value) : ''}
        options={options}
        onSearch={search}
        onChoose={({ id }) => editor.set(path, id)}
      />
    </div>
  );
};

function nameOfItem(id: string): string {
  return productNames().get(id) ?? id;
}

/** What is found of a kind by what was typed; the last answer asked for counts. */
function useSeen(kind: SeenKind): {
  options: readonly Option[];
  search: (typed: string) => void;
} {
  const typed = useSignal('');
  const found = useSignal<readonly SeenItem[]>([]);
  const search = typed.value.trim();
  useEffect(() => {
    let isLatest = true;
    const ask = async (): Promise<void> => {
      const items = await readSeen(kind, search);
      if (isLatest) found.value = items;
    };
    void ask();
    return () => {
      isLatest = false;
    };
  }, [kind, search]);
  return {
    options: optionsOf(found.value, search),
    search: (text) => (typed.value = text),
  };
}

async function readSeen(kind: SeenKind, search: string): Promise<readonly SeenItem[]> {
  try {
    const { items } = await request(api()['seen-items'].$get({ query: { kind, search } }));
    if (kind === 'product') noteProductNames(items);
    return items;
  } catch (error) {
    // Without them what was typed can still be chosen.
    if (!(error instanceof ApiError)) throw error;
    return [];
  }
}

/** What was typed may be something nobody has bought yet: it is offered as it stands. */
function optionsOf(items: readonly SeenItem[], typed: string): readonly Option[] {
  const w = messages().pickers;
  const options = items.map(({ id, title, orders }) => ({
    id,
    name: title ?? id,
    more: orders > 0 ? w.seen(formatCount(orders)) : w.inCatalog,
  }));
  return typed === '' || options.some(({ id, name }) => id === typed || name === typed)
    ? options
    : [...options, { id: typed, name: typed, more: w.asTyped }];
}
