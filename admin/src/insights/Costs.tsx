import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Plus, ReceiptText } from 'lucide';
import type { CostEntry } from '@okaeri/shared/costs';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { CostDialog } from './CostDialog.tsx';
import { CostSettings } from './CostSettings.tsx';
import { dayText } from './figure-text.ts';
import { exactMoney } from './money-text.ts';

/** What figures need to know that orders do not tell: the margin, and what was paid. */
export const Costs = (): JSX.Element => {
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const fault = program.fault.value;
  const known = program.value.value;
  if (known === undefined)
    return fault === null ? (
      <Skeleton lines={6} />
    ) : (
      <Fault fault={fault} onRetry={() => void program.load()} />
    );
  return (
    <>
      <CostSettings currency={known.currency} />
      <CostList currency={known.currency} />
    </>
  );
};

function CostList({ currency }: { currency: string }): JSX.Element {
  const w = messages().insightCosts;
  const list = useMemo(
    () =>
      createPagedList<CostEntry>((cursor) => request(api().insights.costs.$get({ query: cursor }))),
    [],
  );
  useEffect(() => void list.load(), [list]);
  const isAdding = useSignal(false);
  const removing = useSignal<CostEntry | null>(null);
  const remove = async ({ id }: CostEntry): Promise<void> => {
    await runAction(async () => {
      await request(api().insights.costs[':costId'].$delete({ param: { costId: id } }));
      await list.load();
    }, w.removed);
  };
  const asked = removing.value;
  return (
    <section class="insight-card">
      <header>
        <h2>{w.costs}</h2>
        <Button icon={Plus} blocked={denied('run')} onClick={() => (isAdding.value = true)}>
          {w.add}
        </Button>
      </header>
      <p class="quiet small">{w.costsText}</p>
      <Entries
        list={list}
        onRemove={(entry) => {
          removing.value = entry;
        }}
      />
      {isAdding.value && (
        <CostDialog
          currency={currency}
          onClose={() => (isAdding.value = false)}
          onAdded={() => {
            isAdding.value = false;
            void list.load();
          }}
        />
      )}
      {asked !== null && (
        <ConfirmDialog
          title={w.removeTitle(exactMoney(asked.amountMinor, asked.currency))}
          action={w.remove}
          onClose={() => (removing.value = null)}
          onConfirm={() => void remove(asked)}
        >
          {w.removeText}
        </ConfirmDialog>
      )}
    </section>
  );
}

function Entries(props: {
  list: ReturnType<typeof createPagedList<CostEntry>>;
  onRemove: (entry: CostEntry) => void;
}): JSX.Element {
  const { list, onRemove } = props;
  const w = messages().insightCosts;
  const items = list.items.value;
  if (items === undefined)
    return list.fault.value === null ? (
      <Skeleton />
    ) : (
      <Fault fault={list.fault.value} what={w.costs} onRetry={() => void list.load()} />
    );
  if (items.length === 0)
    return (
      <Empty icon={ReceiptText} title={w.none}>
        <p>{w.noneText}</p>
      </Empty>
    );
  return (
    <>
      <table class="insight-rows costs">
        <thead>
          <tr>
            <th scope="col">{w.day}</th>
            <th scope="col">{w.kind}</th>
            <th scope="col">{w.channel}</th>
            <th scope="col" class="number">
              {w.amount}
            </th>
            <th scope="col">
              <span class="hidden">{w.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">{dayText(entry.day)}</th>
              <td data-label={w.kind}>
                {w.kinds[entry.kind]}
                {entry.note !== null && <span class="quiet small block">{entry.note}</span>}
              </td>
              <td data-label={w.channel}>{entry.channel ?? <span class="quiet">–</span>}</td>
              <td class="number">{exactMoney(entry.amountMinor, entry.currency)}</td>
              <td class="number">
                <Button
                  kind="quiet"
                  blocked={denied('run')}
                  aria-label={w.removeOne(
                    exactMoney(entry.amountMinor, entry.currency),
                    dayText(entry.day),
                  )}
                  onClick={() => onRemove(entry)}
                >
                  {w.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.hasMore.value && (
        <Button busy={list.isLoading.value} onClick={() => void list.more()}>
          {messages().app.more}
        </Button>
      )}
    </>
  );
}
