import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ArrowRight, Check, Sprout } from 'lucide';
import type { Insights, NextThing } from '@okaeri/shared/insights';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatAgo, formatCount, formatTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Select } from '../ui/Select.tsx';
import { Dimmed, Empty, Fault, Skeleton, Stale } from '../ui/states.tsx';
import { Alerts } from './Alerts.tsx';
import { FailingWebhooks } from './FailingWebhooks.tsx';
import { Waiting } from './Waiting.tsx';
import { Chart } from './Chart.tsx';
import { Figures } from './Figures.tsx';
import './home.css';
import { chooseDays, createHome, homeDays } from './home-model.ts';
import { LoopPicture } from './LoopPicture.tsx';

/** Where each of the next things is done. */
const PLACES: Readonly<Record<NextThing['kind'], string>> = {
  reviewsWait: '/reviews',
  questionsWait: '/questions',
  referralsWait: '/referrals',
  installWidget: '/setup#widget',
  setUpMail: '/settings/sender',
  addRewards: '/program/rewards',
  addOrderRule: '/program/earning',
  rewardsOutOfReach: '/program/rewards',
  winBack: '/program/campaigns',
  rewardReviews: '/program/earning',
  rewardReferrals: '/program/earning',
  rewardBirthdays: '/program/earning',
  addTiers: '/program/tiers',
  chooseColours: '/appearance',
};

/** What stands among what waits, and is not said twice. */
const COUNTED: Readonly<Partial<Record<NextThing['kind'], true>>> = {
  reviewsWait: true,
  questionsWait: true,
  referralsWait: true,
};

/** The shop at a glance: what to do next, the loop, its figures. */
export const HomePage = (): JSX.Element => {
  const home = useMemo(createHome, []);
  const w = messages().home;
  const round = useSignal(0);
  useEffect(() => home.watch(round.value > 0), [home, round.value]);
  const load = (): void => void (round.value += 1);
  const known = home.known.value.value;
  const fault = home.known.fault.value;
  const insights = known?.insights ?? null;
  // Figures from before anybody came: they are taken anew, and nobody is told that nobody is here.
  const isOutrun = known?.isAnybody === true && insights !== null && !isAnybody(insights);
  return (
    <Page
      title={w.title}
      {...(insights === null ? {} : { text: aboutText(insights) })}
      actions={<Actions onRefresh={load} />}
    >
      {fault && insights === null && (
        <Fault what={messages().states.figures} fault={fault} onRetry={load} />
      )}
      {fault && insights !== null && <Stale at={formatTime(insights.takenAt)} onRetry={load} />}
      <FailingWebhooks round={round.value} />
      <Waiting />
      <Alerts round={round.value} />
      {!fault && (insights === null || isOutrun) && <Skeleton lines={8} />}
      {insights !== null && isAnybody(insights) && (
        <Dimmed isLoading={known?.isBeingTaken === true}>
          <Figures of={insights} round={round.value} />
          <LoopPicture of={insights} />
        </Dimmed>
      )}
      {insights !== null && !isAnybody(insights) && !isOutrun && (
        <Empty icon={Sprout} title={w.empty}>
          <p>{w.emptyText}</p>
        </Empty>
      )}
      {known && <Next of={known.next} />}
      {insights !== null && isAnybody(insights) && <Charts of={insights} />}
    </Page>
  );
};

/** Which days are shown, and how old that is. */
function aboutText({ takenAt }: Insights): string {
  const w = messages().homeFigures;
  return w.about(w.ranges[homeDays.value], formatAgo(takenAt));
}

function Actions({ onRefresh }: { onRefresh: () => void }): JSX.Element {
  const w = messages().homeFigures;
  return (
    <>
      <label>
        <span class="hidden">{w.range}</span>
        <Select value={homeDays.value} options={w.ranges} onValue={chooseDays} />
      </label>
      <Button kind="quiet" onClick={onRefresh}>
        {w.refresh}
      </Button>
    </>
  );
}

/** Whether there is anybody to say something about. */
function isAnybody({ stages }: Insights): boolean {
  return stages.some(({ now }) => now > 0);
}

function Next({ of }: { of: readonly NextThing[] }): JSX.Element | null {
  const w = messages().home;
  const things = of.filter(({ kind }) => !(kind in COUNTED));
  if (of.length === 0)
    return (
      <p class="quiet">
        <Icon of={Check} size={16} /> {w.nothingToDo}
      </p>
    );
  return things.length === 0 ? null : (
    <section>
      <h2>{w.nextTitle}</h2>
      <NextList of={things} />
    </section>
  );
}

function NextList({ of }: { of: readonly NextThing[] }): JSX.Element {
  const w = messages().home;
  return (
    <ol class="rows next">
      {of.map(({ kind, count }) => {
        const { title, text, act } = w.next[kind];
        return (
          <li key={kind}>
            <div class="grow">
              <h3>{count === null ? title : w.counted(title, formatCount(count))}</h3>
              <p class="quiet small">{text}</p>
            </div>
            <a class="button" href={shopPath(PLACES[kind])}>
              {act}
              <Icon of={ArrowRight} size={16} />
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function Charts({ of }: { of: Insights }): JSX.Element {
  const w = messages().home;
  const months = of.months.map(({ month }) => month);
  const values = (
    name: 'issued' | 'redeemed' | 'expired' | 'orders' | 'memberOrders' | 'reviews',
  ) => of.months.map((month) => month[name]);
  return (
    <section class="charts">
      <Chart
        of={{
          title: w.pointsByMonth,
          months,
          series: [
            { name: w.issued, tone: 'first', values: values('issued') },
            { name: w.redeemed, tone: 'second', values: values('redeemed') },
            { name: w.expired, tone: 'third', values: values('expired') },
          ],
        }}
      />
      <Chart
        of={{
          title: w.ordersByMonth,
          months,
          series: [
            { name: w.allOrders, tone: 'third', values: values('orders') },
            { name: w.memberOrders, tone: 'first', values: values('memberOrders') },
          ],
        }}
      />
      <Chart
        of={{
          title: w.reviewsByMonth,
          months,
          series: [{ name: w.reviews, tone: 'second', values: values('reviews') }],
        }}
      />
    </section>
  );
}
