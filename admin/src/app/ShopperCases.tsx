import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { LifeBuoy } from 'lucide';
import type { Case } from '@okaeri/shared/cases';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { request } from '../lib/request.ts';
import { Button } from '../ui/Button.tsx';
import { RecordList } from '../ui/RecordList.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { api, shopPath } from './session.ts';

const LOOKS = { open: 'warn', waiting: '', resolved: 'good', closed: '' } as const;

/** What one shopper asked for help with, or was not content with. */
export const ShopperCases = ({ shopperId }: { shopperId: string }): JSX.Element => {
  const pages = useMemo(
    () =>
      createPagedList<Case>((cursor) =>
        request(api().cases.$get({ query: { shopperId, ...cursor } })),
      ),
    [shopperId],
  );
  useEffect(() => void pages.load(), [pages]);
  const { app, cases: w } = messages();
  const items = pages.items.value;
  if (pages.fault.value)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (items === undefined) return <Skeleton lines={5} />;
  return (
    <>
      <RecordList items={items} icon={LifeBuoy} empty={w.noneOf} emptyText={w.noneOfText}>
        {(one) => <Row of={one} />}
      </RecordList>
      {pages.hasMore.value && (
        <Button busy={pages.isLoading.value} onClick={() => void pages.more()}>
          {app.more}
        </Button>
      )}
    </>
  );
};

function Row({ of }: { of: Case }): JSX.Element {
  const { cases: w } = messages();
  return (
    <div class="grow">
      <a href={shopPath(`/cases/${of.id}`)} dir="auto">
        {of.title ?? w.untitled}
      </a>{' '}
      <span class={`badge ${LOOKS[of.state]}`}>{w.states[of.state]}</span>
      {of.severity === 'high' && <span class="badge bad">{w.high}</span>}
      <p class="quiet small">
        <time dateTime={of.openedAt}>{formatTime(of.openedAt)}</time>
        {` · ${w.reasons[of.reason]}`}
        {of.orderId !== null && ` · ${of.orderId}`}
      </p>
    </div>
  );
}
