import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Megaphone } from 'lucide';
import type { ShopTouch } from '@okaeri/shared/affairs';
import type { ContactKind, TouchesQuery } from '@okaeri/shared/contacts';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { api, shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { createPagedList, type PagedList } from '../lib/paged-list.ts';
import { request } from '../lib/request.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { PauseNote } from './PauseNote.tsx';
import { TouchRow } from '../app/TouchRow.tsx';

/** What the log is narrowed to. */
interface Asked {
  readonly kind: NonNullable<TouchesQuery['kind']> | '';
  readonly decision: NonNullable<TouchesQuery['decision']> | '';
}

/** What is said by now, by its names. */
function kindNames(): Readonly<Record<ContactKind, string>> {
  const { kinds } = messages().contacts;
  const { addressCode, consentConfirm, reviewRequest, nextStep } = kinds;
  const { caseReply, caseFollowUp, survey, themeDone } = kinds;
  const people = { addressCode, consentConfirm, caseReply };
  return { reviewRequest, survey, caseFollowUp, themeDone, nextStep, ...people };
}

/** Every touch of the shop, the newest first, and why it was made or not. */
export const TouchLog = (): JSX.Element => {
  const asked = useSignal<Asked>({ kind: '', decision: '' });
  const { kind, decision } = asked.value;
  const pages = useMemo(
    () =>
      createPagedList<ShopTouch>((cursor) => {
        const query = { ...cursor, ...narrowedTo({ kind, decision }) };
        return request(api().touches.$get({ query }));
      }),
    [kind, decision],
  );
  useEffect(() => void pages.load(), [pages]);
  const w = messages().contacts;
  return (
    <>
      <PauseNote />
      <div class="grid wide">
        <SelectField<Asked['kind']>
          label={w.kind}
          value={kind}
          options={{ '': w.any, ...kindNames() }}
          onValue={(next) => (asked.value = { ...asked.value, kind: next })}
        />
        <SelectField<Asked['decision']>
          label={w.decision}
          value={decision}
          options={{ '': w.any, ...w.decisions }}
          onValue={(next) => (asked.value = { ...asked.value, decision: next })}
        />
      </div>
      <div class="actions">
        <DownloadButton kind="quiet" path={exportPath({ kind, decision })} name="contacts.csv">
          {messages().tables.export}
        </DownloadButton>
      </div>
      <List pages={pages} />
    </>
  );
};

function narrowedTo({ kind, decision }: Asked) {
  return { ...(kind !== '' && { kind }), ...(decision !== '' && { decision }) };
}

/** The log as it is narrowed now, as a table. */
function exportPath(asked: Asked): string {
  const query = new URLSearchParams(narrowedTo(asked)).toString();
  return query === '' ? '/exports/touches' : `/exports/touches?${query}`;
}

function List({ pages }: { pages: PagedList<ShopTouch> }): JSX.Element {
  const items = pages.items.value;
  const { contacts: w, app } = messages();
  if (pages.fault.value)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (items === undefined) return <Skeleton lines={8} />;
  if (items.length === 0)
    return (
      <Empty icon={Megaphone} title={w.empty}>
        <p>{w.emptyText}</p>
      </Empty>
    );
  return (
    <>
      <ul class="rows timeline">
        {items.map((touch) => (
          <li key={touch.id}>
            <TouchRow
              touch={touch}
              who={
                <a href={shopperPage({ id: touch.shopperId, guestId: touch.guestId })}>
                  {touch.shopperName ?? touch.shopperId ?? w.guest}
                </a>
              }
            />
          </li>
        ))}
      </ul>
      {pages.hasMore.value && (
        <Button busy={pages.isLoading.value} onClick={() => void pages.more()}>
          {app.more}
        </Button>
      )}
    </>
  );
}
