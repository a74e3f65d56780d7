import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { Check, HeartHandshake, X } from 'lucide';
import type { Referral, ReferralState } from '@okaeri/shared/referrals';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { denied } from '../app/denied.ts';
import { api, shopPath, shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatAgo, formatTime } from '../lib/format.ts';
import { createPagedList, type PagedList } from '../lib/paged-list.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const TABS: readonly ReferralState[] = ['doubtful', 'approved', 'declined'];

/** Who came by whose recommendation, and what a person has to decide about it. */
export const ReferralsPage = (): JSX.Element => {
  const { params } = useRoute();
  const tab = TABS.find((one) => one === params['tab']) ?? 'doubtful';
  const pages = useMemo(
    () =>
      createPagedList<Referral>((cursor) =>
        request(api().referrals.$get({ query: { ...cursor, state: tab } })),
      ),
    [tab],
  );
  useEffect(() => void pages.load(), [pages]);
  if (isUnknownTab(TABS, params['tab'])) return <NotFound />;
  const w = messages().referrals;
  const address = (one: ReferralState): string =>
    shopPath(one === 'doubtful' ? '/referrals' : `/referrals/${one}`);
  return (
    <Page title={w.title} text={w.text}>
      <Tabs
        label={w.title}
        current={address(tab)}
        tabs={TABS.map((one) => ({ href: address(one), text: w.tabs[one] }))}
      />
      <List pages={pages} tab={tab} />
    </Page>
  );
};

function List({ pages, tab }: { pages: PagedList<Referral>; tab: ReferralState }): JSX.Element {
  const items = pages.items.value;
  const w = messages();
  if (pages.fault.value)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (items === undefined) return <Skeleton lines={6} />;
  if (items.length === 0)
    return (
      <Empty icon={HeartHandshake} title={w.referrals.empty[tab]}>
        <p>{w.referrals.emptyText}</p>
      </Empty>
    );
  return (
    <>
      <ul class="cards">
        {items.map((of) => (
          <Card
            key={of.orderId}
            of={of}
            onJudge={(isGood) => void judge(pages, of.orderId, isGood)}
          />
        ))}
      </ul>
      {pages.hasMore.value && (
        <Button busy={pages.isLoading.value} onClick={() => void pages.more()}>
          {w.app.more}
        </Button>
      )}
    </>
  );
}

function Card(props: { of: Referral; onJudge: (isGood: boolean) => void }): JSX.Element {
  const { of, onJudge } = props;
  const w = messages().referrals;
  const doubts = of.checks.filter(({ outcome }) => outcome !== 'passed');
  return (
    <li class="card">
      <h2>{of.isBrought ? w.brought : w.order(of.orderId)}</h2>
      <p class="facts quiet small">
        <Person label={w.referrer} id={of.referrerId} />
        <Person label={w.friend} id={of.friendId} />
        <time dateTime={of.createdAt} title={formatTime(of.createdAt)}>
          {formatAgo(of.createdAt)}
        </time>
      </p>
      {doubts.length > 0 && (
        <ul class="chips" aria-label={w.doubts}>
          {doubts.map(({ check }) => (
            <li key={check} class="badge warn">
              {w.checks[check]}
            </li>
          ))}
        </ul>
      )}
      {of.state === 'doubtful' && (
        <div class="row">
          <Button
            kind="primary"
            icon={Check}
            blocked={denied('serve')}
            onClick={() => onJudge(true)}
          >
            {w.approve}
          </Button>
          <Button icon={X} blocked={denied('serve')} onClick={() => onJudge(false)}>
            {w.decline}
          </Button>
        </div>
      )}
    </li>
  );
}

const judge = async (
  pages: PagedList<Referral>,
  orderId: string,
  isGood: boolean,
): Promise<void> => {
  const w = messages().referrals;
  const one = api().referrals[':orderId'];
  const sent = { param: { orderId } };
  const judged = await runAction(
    () => request(isGood ? one.approve.$post(sent) : one.decline.$post(sent)),
    isGood ? w.approved : w.declined,
  );
  // What is told of another order says nothing about this one.
  if (judged?.orderId === orderId)
    pages.change((items) => items.filter((item) => item.orderId !== orderId));
};

function Person({ label, id }: { label: string; id: string | null }): JSX.Element {
  return (
    <span>
      {label}: {id === null ? '–' : <a href={shopperPage({ id })}>{id}</a>}
    </span>
  );
}
