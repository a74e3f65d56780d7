import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatMoney } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { BulkBar } from '../ui/table/BulkBar.tsx';
import type { Selection } from '../ui/table/selection.ts';
import type { TablePages } from '../ui/table/table-pages.ts';
import type { TableState } from '../ui/table/table-state.ts';
import { giveTo, readAll, tagWith } from './bulk-acts.ts';
import type { Bulk } from './bulk-model.ts';
import { readPoints } from './read-points.ts';

interface Props {
  bulk: Bulk;
  selection: Selection<ListedShopper>;
  pages: TablePages<ListedShopper>;
  state: TableState;
}

/** What is done with many shoppers at once. */
export const BulkActs = ({ bulk, selection, pages, state }: Props): JSX.Element => {
  const asking = useSignal<'points' | 'tag' | null>(null);
  const whom = useSignal<readonly ListedShopper[]>([]);
  const w = messages().shoppers;
  const ask = async (what: 'points' | 'tag'): Promise<void> => {
    const found = selection.isAll() ? await runAction(() => readAll(state)) : selection.picked();
    if (found === undefined) return;
    whom.value = found;
    asking.value = what;
  };
  const go = async (work: Promise<void>): Promise<void> => {
    asking.value = null;
    selection.clear();
    await work;
    await pages.reload();
  };
  return (
    <>
      <BulkBar selection={selection} pages={pages} progress={bulk.progress.value}>
        <Button onClick={() => void ask('points')}>{w.givePoints}</Button>
        <Button onClick={() => void ask('tag')}>{w.addTag}</Button>
      </BulkBar>
      {asking.value === 'points' && (
        <GiveDialog
          count={whom.value.length}
          onClose={() => (asking.value = null)}
          onGive={(order) => void go(giveTo(bulk, whom.value, order))}
        />
      )}
      {asking.value === 'tag' && (
        <TagDialog
          count={whom.value.length}
          onClose={() => (asking.value = null)}
          onTag={(tag) => void go(tagWith(bulk, whom.value, tag))}
        />
      )}
    </>
  );
};

function GiveDialog(props: {
  count: number;
  onClose: () => void;
  onGive: (order: { points: number; reason: string }) => void;
}): JSX.Element {
  const { count, onClose, onGive } = props;
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const text = useSignal('');
  const reason = useSignal('');
  const fault = useSignal<string | null>(null);
  const w = messages();
  const points = readPoints(text.value);
  const isWhole = Number.isSafeInteger(points) && points > 0;
  const total = isWhole ? points * count : 0;
  const { pointValueMinor = 0, currency = 'USD' } = program.value.value ?? {};
  const people = w.shoppers.people(count);
  return (
    <FormDialog
      title={w.shoppers.givePointsTitle(people)}
      action={isWhole ? w.shoppers.give(w.shoppers.pointsCount(total)) : w.shoppers.givePoints}
      busy={false}
      onClose={onClose}
      onSubmit={() => {
        if (!isWhole) fault.value = w.shopper.notWhole;
        else if (reason.value.trim() !== '') onGive({ points, reason: reason.value.trim() });
      }}
    >
      <TextField
        label={w.shoppers.pointsEach}
        inputMode="numeric"
        required
        autoFocus
        fault={fault.value}
        value={text.value}
        onValue={(next) => {
          text.value = next;
          fault.value = null;
        }}
      />
      {isWhole && (
        <p role="status">
          {w.shoppers.total(
            people,
            w.shoppers.pointsCount(total),
            formatMoney(total * pointValueMinor, currency),
          )}
        </p>
      )}
      <TextField
        label={w.shopper.adjustReason}
        required
        maxLength={LIMITS.textLengthMax}
        value={reason.value}
        onValue={(next) => (reason.value = next)}
      />
      <p class="quiet small">{w.shoppers.undoBefore}</p>
    </FormDialog>
  );
}

function TagDialog(props: {
  count: number;
  onClose: () => void;
  onTag: (tag: string) => void;
}): JSX.Element {
  const { count, onClose, onTag } = props;
  const tag = useSignal('');
  const w = messages().shoppers;
  return (
    <FormDialog
      title={w.addTagTitle(w.people(count))}
      action={w.addTagAction}
      busy={false}
      onClose={onClose}
      onSubmit={() => {
        if (tag.value.trim() !== '') onTag(tag.value.trim());
      }}
    >
      <TextField
        label={w.tag}
        required
        autoFocus
        maxLength={LIMITS.idLengthMax}
        value={tag.value}
        onValue={(next) => (tag.value = next)}
      />
      <p class="quiet small">{w.undoBefore}</p>
    </FormDialog>
  );
}
