import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { ChevronDown, ChevronUp, History } from 'lucide';
import type { LedgerRow, Receipt } from '@okaeri/shared/ledger';
import { codePage, orderPage } from '../app/session.ts';
import { denied } from '../app/denied.ts';
import { messages } from '../i18n/messages.ts';
import {
  formatClock,
  formatCount,
  formatDay,
  formatDayShort,
  formatSigned,
  formatTime,
} from '../lib/format.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { footOf } from './ledger-rules.ts';
import { linesOf, titleOf } from './ledger-words.ts';
import type { ShopperModel } from './shopper-model.ts';
import '../ui/table/table.css';
import '../ui/table/table-phone.css';
import './ledger.css';

const RECEIPT = lazyValue(async () => (await import('./ReceiptView.tsx')).ReceiptView);

/** Everything that moved a shopper's points: pending and available apart, and a foot that proves the sum. */
export const Ledger = ({ model }: { model: ShopperModel }): JSX.Element => {
  const { timeline } = model;
  const open = useSignal<string | null>(null);
  const items = timeline.items.value;
  const w = messages();
  if (timeline.fault.value)
    return <Fault fault={timeline.fault.value} onRetry={() => void timeline.load()} />;
  if (items === undefined) return <Skeleton lines={5} />;
  if (items.length === 0)
    return (
      <Empty icon={History} title={w.shopper.noTimeline}>
        <p>{w.shopper.noTimelineText}</p>
      </Empty>
    );
  return (
    <>
      <div class="data-table plain ledger">
        <table aria-label={w.ledger.title}>
          <thead>
            <tr>
              <th scope="col">{w.ledger.when}</th>
              <th scope="col">{w.ledger.what}</th>
              <th scope="col" class="number">
                {w.ledger.pending}
              </th>
              <th scope="col" class="number">
                {w.ledger.available}
              </th>
              <th scope="col" class="number">
                {w.ledger.after}
              </th>
              <th scope="col">
                <span class="hidden">{w.shopper.why}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((row, at) => (
              <Row
                key={row.id}
                of={row}
                title={titleOf(row, items.slice(at + 1))}
                open={open}
                model={model}
              />
            ))}
          </tbody>
          <Foot items={items} />
        </table>
      </div>
      {timeline.hasMore.value && (
        <div class="row">
          <Button busy={timeline.isLoading.value} onClick={() => void timeline.more()}>
            {w.app.more}
          </Button>
        </div>
      )}
    </>
  );
};

function Row(props: {
  of: LedgerRow;
  /** Null for what an order earned: it is called by its number. */
  title: string | null;
  open: Signal<string | null>;
  model: ShopperModel;
}): JSX.Element {
  const { of, title, open, model } = props;
  const w = messages();
  const isOpen = open.value === of.id;
  const { pending, available } = of.moved;
  return (
    <>
      <tr>
        <td class="quiet small when" data-label={w.ledger.when}>
          <time dateTime={of.effectiveAt} title={formatTime(of.effectiveAt)}>
            {formatDayShort(of.effectiveAt)} <br />
            {formatClock(of.effectiveAt)}
          </time>
        </td>
        <td class="what" data-label={w.ledger.what}>
          <strong>{title ?? <OrderLink of={of} />}</strong>
          {linesOf(of).map((line) => (
            <p key={line} class="quiet small">
              {line}
            </p>
          ))}
          {title !== null && <OrderLink of={of} />}
          <CodeLink of={of} />
          {of.canUndo && model.kind === 'shoppers' && (
            <Button kind="quiet" blocked={denied('serve')} onClick={() => model.askUndo(of)}>
              {w.ledger.undo}
            </Button>
          )}
        </td>
        <td class="number" data-label={w.ledger.pending}>
          {pending !== 0 && formatSigned(pending)}
        </td>
        <td class={`number${available > 0 ? ' gained' : ''}`} data-label={w.ledger.available}>
          {available !== 0 && <strong>{formatSigned(available)}</strong>}
        </td>
        <td class="number quiet" data-label={w.ledger.after}>
          {available === 0 ? '–' : formatCount(of.balanceAfter.available)}
        </td>
        <td class="why" data-label={w.shopper.why}>
          {of.receipt && (
            <button
              type="button"
              class="button quiet square"
              aria-expanded={isOpen}
              aria-label={w.shopper.why}
              title={w.shopper.why}
              onClick={() => (open.value = isOpen ? null : of.id)}
            >
              <Icon of={isOpen ? ChevronUp : ChevronDown} size={16} />
            </button>
          )}
        </td>
      </tr>
      {isOpen && of.receipt && (
        <tr class="receipt-row">
          <td colSpan={6} data-label={w.shopper.why}>
            <ReceiptPart of={of.receipt} bought={of.bought} />
          </td>
        </tr>
      )}
    </>
  );
}

function ReceiptPart(props: Pick<LedgerRow, 'bought'> & { of: Receipt }): JSX.Element {
  return <LazyPart of={RECEIPT}>{(ReceiptView) => <ReceiptView {...props} />}</LazyPart>;
}

function OrderLink({ of: { source } }: { of: LedgerRow }): JSX.Element | null {
  if (source?.kind !== 'order') return null;
  return (
    <span class="about">
      {messages().ledger.order} <a href={orderPage(source.id)}>{source.id}</a>
    </span>
  );
}

function CodeLink({ of: { source, code } }: { of: LedgerRow }): JSX.Element | null {
  if (source?.kind !== 'redemption' || code === null) return null;
  return (
    <span class="about">
      {messages().ledger.code} <a href={codePage(source.id)}>{code}</a>
    </span>
  );
}

function Foot({ items }: { items: readonly LedgerRow[] }): JSX.Element | null {
  const foot = footOf(items);
  const w = messages().ledger;
  if (foot === null) return null;
  return (
    <tfoot>
      <tr>
        <td colSpan={2} data-label={w.what} title={w.proof}>
          {w.foot(
            formatDay(foot.at),
            formatCount(foot.before.available),
            formatCount(foot.before.pending),
          )}
        </td>
        <td class="number" data-label={w.pending}>
          {formatSigned(foot.moved.pending)}
        </td>
        <td class="number" data-label={w.available}>
          {formatSigned(foot.moved.available)}
        </td>
        <td class="number" colSpan={2} data-label={w.after}>
          {formatCount(foot.after.available)}
        </td>
      </tr>
    </tfoot>
  );
}
