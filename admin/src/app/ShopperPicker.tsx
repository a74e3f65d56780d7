import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { SEARCH_FROM } from '@okaeri/shared/list-words';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api } from './session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { ApiError, request } from '../lib/request.ts';
import { TextField } from '../ui/Field.tsx';

const TYPING_MS = 150;
const SHOWN_MAX = '6';

/** Finds a member by name, address or id: nobody types an id by hand. */
export const ShopperPicker = (props: {
  label: string;
  /** The id of whom cannot be picked, where there is one. */
  without?: string;
  onPick: (shopper: ListedShopper) => void;
}): JSX.Element => {
  const { label, without, onPick } = props;
  const text = useSignal('');
  const found = useSignal<readonly ListedShopper[] | null>(null);
  const id = useId();
  const w = messages();
  useEffect(() => {
    const search = text.value.trim();
    if (search.length < SEARCH_FROM) {
      found.value = null;
      return undefined;
    }
    let isOver = false;
    const look = async (): Promise<void> => {
      const list = await find(search);
      if (!isOver) found.value = list.filter((one) => one.id !== null && one.id !== without);
    };
    const timer = setTimeout(() => void look(), TYPING_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text.value]);
  return (
    <div class="picker">
      <TextField
        label={label}
        hint={w.ledger.mergePickHint}
        autoFocus
        autocomplete="off"
        value={text.value}
        onValue={(next) => (text.value = next)}
      />
      {found.value !== null && (
        <ul class="rows" id={id} aria-label={label}>
          {found.value.length === 0 && <li class="quiet">{w.ledger.mergeNone}</li>}
          {found.value.map((one) => (
            <li key={one.id}>
              <button type="button" class="pick-row" onClick={() => onPick(one)}>
                <span class="grow">
                  <strong>{one.name ?? one.email ?? one.id}</strong>{' '}
                  <span class="quiet small">{[one.email, one.id].filter(Boolean).join(' · ')}</span>
                </span>
                <span class="quiet small">{w.shoppers.pts(formatCount(one.available))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

async function find(search: string): Promise<readonly ListedShopper[]> {
  try {
    return (await request(api().shoppers.$get({ query: { search, limit: SHOWN_MAX } }))).items;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [];
  }
}
