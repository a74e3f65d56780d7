import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { LifeBuoy, Plus, SlidersHorizontal } from 'lucide';
import { idOfSegment } from '@okaeri/shared/paths';
import { denied } from '../app/denied.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { CaseRowView } from './CaseRowView.tsx';
import { onCaseKey } from './case-shortcuts.ts';
import { createInbox, view, VIEWS, type CaseView, type Inbox } from './cases-model.ts';
import { Figures } from './Figures.tsx';
import './cases.css';

// The list is drawn while the case beside it is on its way.
const DETAIL = lazyValue(async () => (await import('./CaseDetailView.tsx')).CaseDetailView);
const NEW_CASE = lazyValue(async () => (await import('./NewCaseDialog.tsx')).NewCaseDialog);

/** The inbox: cases on one side, the one that is open on the other; on a telephone one after the other. */
export const CasesPage = (): JSX.Element => {
  const { params } = useRoute();
  const chosen = idOfSegment(params['caseId'] ?? '');
  const { route } = useLocation();
  const of = view.value;
  const inbox = useMemo(() => createInbox(of), [of]);
  const isNew = useSignal(false);
  useEffect(() => void inbox.loadAll(), [inbox]);
  const w = messages();
  const items = inbox.items.value;
  const caseId = chosen === '' ? (items?.[0]?.id ?? '') : chosen;
  const go = (id: string): void => route(shopPath(`/cases/${id}`));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void =>
      onCaseKey(event, { ids: (items ?? []).map(({ id }) => id), current: caseId, go });
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <Page
      wide
      title={w.app.pages.cases}
      text={w.cases.text}
      actions={
        <>
          <a class="button quiet" href={shopPath('/settings/cases')}>
            <Icon of={SlidersHorizontal} />
            {w.cases.rules}
          </a>
          <Button icon={Plus} blocked={denied('serve')} onClick={() => (isNew.value = true)}>
            {w.cases.newCase}
          </Button>
        </>
      }
    >
      <div class={chosen === '' ? 'inbox' : 'inbox is-open'}>
        <div class="inbox-head">
          <Views inbox={inbox} />
          <Figures inbox={inbox} />
        </div>
        <div class="inbox-list">
          <List inbox={inbox} current={caseId} />
        </div>
        <div class="inbox-case">
          <a class="inbox-back" href={shopPath('/cases')}>
            {w.app.pages.cases}
          </a>
          {caseId === '' ? (
            <p class="quiet inbox-none">{w.cases.choose}</p>
          ) : (
            <LazyPart of={DETAIL} shape={<Skeleton lines={8} />}>
              {(CaseDetailView) => <CaseDetailView key={caseId} inbox={inbox} caseId={caseId} />}
            </LazyPart>
          )}
        </div>
      </div>
      {isNew.value && (
        <NewCase
          inbox={inbox}
          onClose={() => (isNew.value = false)}
          onOpened={(id) => {
            isNew.value = false;
            void inbox.loadAll();
            go(id);
          }}
        />
      )}
    </Page>
  );
};

function NewCase(props: {
  inbox: Inbox;
  onClose: () => void;
  onOpened: (id: string) => void;
}): JSX.Element {
  return <LazyPart of={NEW_CASE}>{(NewCaseDialog) => <NewCaseDialog {...props} />}</LazyPart>;
}

function Views({ inbox }: { inbox: Inbox }): JSX.Element {
  const w = messages();
  const counts = inbox.desk.value.value?.counts;
  const countOf = (one: CaseView): number | undefined =>
    one === 'resolved' || one === 'all' ? undefined : counts?.[one];
  const choose = (one: CaseView): void => {
    view.value = one;
  };
  return (
    <div class="case-views" role="group" aria-label={w.app.pages.cases}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === inbox.view}
          onClick={() => choose(one)}
        >
          {w.cases.views[one]}
          {countOf(one) !== undefined && <span> {formatCount(countOf(one) ?? 0)}</span>}
        </button>
      ))}
    </div>
  );
}

function List({ inbox, current }: { inbox: Inbox; current: string }): JSX.Element {
  const items = inbox.items.value;
  const w = messages();
  if (inbox.fault.value !== null && items === undefined)
    return <Fault fault={inbox.fault.value} onRetry={() => void inbox.load()} />;
  if (items === undefined) return <Skeleton lines={6} />;
  if (items.length === 0)
    return (
      <Empty icon={LifeBuoy} title={w.cases.empty[inbox.view]}>
        <p>{w.cases.emptyText}</p>
      </Empty>
    );
  return (
    <>
      <ul class="case-list">
        {items.map((one) => (
          <CaseRowView key={one.id} inbox={inbox} of={one} isCurrent={one.id === current} />
        ))}
      </ul>
      {inbox.hasMore.value && (
        <Button busy={inbox.isLoading.value} onClick={() => void inbox.more()}>
          {w.app.more}
        </Button>
      )}
      <KeyHelp />
    </>
  );
}

function KeyHelp(): JSX.Element {
  const w = messages().cases;
  const keys = [
    ['J', w.keysText.next],
    ['K', w.keysText.previous],
    ['Enter', w.keysText.open],
    ['R', w.keysText.reply],
    ['A', w.keysText.assign],
    ['E', w.keysText.resolve],
  ] as const;
  return (
    <p class="key-help quiet small" aria-label={w.keys}>
      {keys.map(([key, text]) => (
        <span key={key}>
          <kbd>{key}</kbd> {text}
        </span>
      ))}
    </p>
  );
}
