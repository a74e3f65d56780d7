import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ScrollText } from 'lucide';
import type { Act } from '@okaeri/shared/team';
import { api } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { lazyWords } from '../i18n/lazy-words.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { formatSigned, formatTime } from '../lib/format.ts';
import { createPagedList, type PagedList } from '../lib/paged-list.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';

const LOG_WORDS = lazyWords<Readonly<Record<string, string>>>({
  en: () => import('../i18n/log/en.ts'),
  ja: () => import('../i18n/log/ja.ts'),
});

const KIND = { done: 'good', refused: 'warn', cut: 'warn' } as const;

/** Who did what, and when. */
export const LogPage = (): JSX.Element => {
  const acts = useMemo(
    () => createPagedList((cursor) => request(api().acts.$get({ query: cursor }))),
    [],
  );
  const w = messages().log;
  useEffect(() => void acts.load(), [acts]);
  return (
    <Page crumbs={settingsCrumb()} title={w.title} text={w.text}>
      <List acts={acts} />
    </Page>
  );
};

function List({ acts }: { acts: PagedList<Act> }): JSX.Element {
  const items = acts.items.value;
  const w = messages();
  if (acts.fault.value) return <Fault fault={acts.fault.value} onRetry={() => void acts.load()} />;
  if (items === undefined) return <Skeleton lines={6} />;
  if (items.length === 0)
    return (
      <Empty icon={ScrollText} title={w.log.empty}>
        <p>{w.log.emptyText}</p>
      </Empty>
    );
  return (
    <>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{w.log.when}</th>
            <th scope="col">{w.log.who}</th>
            <th scope="col">{w.log.what}</th>
            <th scope="col">{w.log.about}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row key={one.id} of={one} />
          ))}
        </tbody>
      </table>
      {acts.hasMore.value && (
        <Button busy={acts.isLoading.value} onClick={() => void acts.more()}>
          {w.app.more}
        </Button>
      )}
    </>
  );
}

function Row({ of }: { of: Act }): JSX.Element {
  const w = messages().log;
  return (
    <tr>
      <td data-label={w.when}>
        <time dateTime={of.at}>{formatTime(of.at)}</time>
      </td>
      <td data-label={w.who}>
        {of.actor} {of.byKey && <span class="badge">{w.byKey}</span>}
      </td>
      <td data-label={w.what}>
        <div>
          {nameOf(of.operation)} {of.adjustment && formatSigned(of.adjustment.points)}{' '}
          {of.outcome !== 'done' && (
            <span class={`badge ${KIND[of.outcome]}`}>{w.outcomes[of.outcome]}</span>
          )}
          {of.reason !== null && <p class="quiet small">{of.reason}</p>}
          {of.adjustment?.note && (
            <p class="quiet small">{messages().shopper.teamNote(of.adjustment.note)}</p>
          )}
        </div>
      </td>
      <td data-label={w.about} class="quiet">
        {of.subject ?? '–'}
      </td>
    </tr>
  );
}

/** What an act is called; empty until the words have come. */
function nameOf(operation: string): string {
  const words = LOG_WORDS.now();
  return words === null ? '' : (words[operation] ?? messages().log.other);
}
