import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DecisionInput } from '@okaeri/shared/review-queue';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { BulkBar } from '../ui/table/BulkBar.tsx';
import type { TablePage } from '../ui/table/table-pages.ts';
import type { TableState } from '../ui/table/table-state.ts';
import { WithholdDialog } from '../ui/WithholdDialog.tsx';
import type { Decided, Decisions } from './decide-many.ts';
import type { BelowProps, PageAsked } from './ListTable.tsx';

/** Rows one page of everything that matches has. */
const PAGE_MAX = '200';

/** What is decided about many at once, and undone as one. */
export const DecideMany = <Row extends Decided>(
  props: BelowProps<Row> & {
    decisions: Decisions;
    fetchPage: (state: TableState, page: PageAsked) => Promise<TablePage<Row>>;
  },
): JSX.Element => {
  const { selection, pages, state, decisions, fetchPage, reload } = props;
  const isAsking = useSignal(false);
  const w = messages().lists;
  const decide = async (decision: DecisionInput): Promise<void> => {
    isAsking.value = false;
    const rows = selection.isAll()
      ? await runAction(() => readAll((page) => fetchPage(state, page)))
      : selection.picked();
    if (rows === undefined) return;
    selection.clear();
    await decisions.decide(rows, decision);
    await reload();
  };
  const last = decisions.last.value;
  return (
    <>
      {last !== null && (
        <div class="note">
          <p role="status">{last.text}</p>
          <Button
            busy={decisions.progress.value !== null}
            onClick={() => void decisions.undo().then(reload)}
          >
            {w.undo}
          </Button>
        </div>
      )}
      <BulkBar selection={selection} pages={pages} progress={decisions.progress.value}>
        <Button onClick={() => void decide({ decision: 'publish' })}>{w.publishMany}</Button>
        <Button onClick={() => (isAsking.value = true)}>{w.withholdMany}</Button>
      </BulkBar>
      {isAsking.value && (
        <WithholdDialog
          onClose={() => (isAsking.value = false)}
          onReason={(reason, note) =>
            void decide({ decision: 'withhold', reason, note: note.trim() || null })
          }
        />
      )}
    </>
  );
};

async function readAll<Row>(
  fetchPage: (page: PageAsked) => Promise<TablePage<Row>>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  let cursor: string | null = null;
  do {
    const place: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: TablePage<Row> = await fetchPage({ ...place, counted: 'false', limit: PAGE_MAX });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
