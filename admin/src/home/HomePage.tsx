import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ArrowRight, Check, Sprout } from 'lucide';
import type { Insights, InsightShare, NextThing } from '@okaeri/shared/insights';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { shopPath, shop } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatShare, formatTime } from '../lib/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Chart } from './Chart.tsx';
import './home.css';
import { createHome } from './home-model.ts';
import { LoopPicture } from './LoopPicture.tsx';

/** Where each of the next things is done. */
const PLACES: Readonly<Record<NextThing['kind'], string>> = {
  reviewsWait: '/reviews',
  questionsWait: '/questions',
  referralsWait: '/referrals',
  installWidget: '/setup',
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

/** The shop at a glance: what to do next, the loop, its figures. */
export const HomePage = (): JSX.Element => {
  const home = useMemo(createHome, []);
  useEffect(() => home.watch(), [home]);
  const w = messages().home;
  const known = home.known.value.value;
  const fault = home.known.fault.value;
  const insights = known?.insights ?? null;
  // Figures from before anybody came: they are taken anew, and nobody is told that nobody is here.
  const isOutrun = known?.isAnybody === true && insights !== null && !isAnybody(insights);
  return (
    <Page
      title={shop.value?.name ?? w.title}
      {...(insights === null ? {} : { text: w.takenAt(formatTime(insights.takenAt)) })}
    >
      {fault && <Fault fault={fault} onRetry={() => void home.known.load()} />}
      {known && (
        <section>
          <h2>{w.nextTitle}</h2>
          <Next of={known.next} />
        </section>
      )}
      {!fault && (insights === null || isOutrun) && <Skeleton lines={8} />}
      {insights !== null && isAnybody(insights) && (
        <>
          <LoopPicture of={insights} />
          <Figures of={insights} />
          <Charts of={insights} />
        </>
      )}
      {insights !== null && !isAnybody(insights) && !isOutrun && (
        <Empty icon={Sprout} title={w.empty}>
          <p>{w.emptyText}</p>
        </Empty>
      )}
    </Page>
  );
};

/** Whether there is anybody to say something about. */
function isAnybody({ stages }: Insights): boolean {
  return stages.some(({ now }) => now > 0);
}

function Next({ of }: { of: readonly NextThing[] }): JSX.Element {
  const w = messages().home;
  if (of.length === 0)
    return (
      <p class="quiet">
        <Icon of={Check} size={16} /> {w.nothingToDo}
      </p>
    );
  return (
    <ol class="next">
      {of.map(({ kind, count }) => {
        const { title, text, act } = w.next[kind];
        return (
          <li key={kind} class="card">
            <h3>{count === null ? title : w.counted(title, formatCount(count))}</h3>
            <p class="quiet">{text}</p>
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

function Figures({ of }: { of: Insights }): JSX.Element {
  const w = messages().home;
  const { repeat, memberShare, outstanding } = of;
  return (
    <section>
      <h2>{w.figures}</h2>
      <dl class="figures wide">
        <Figure
          label={w.repeat}
          value={shown(repeat.share)}
          text={shareText(repeat, w.repeatText)}
        />
        <Figure
          label={w.memberShare}
          value={shown(memberShare.share)}
          text={shareText(memberShare, w.memberShareText)}
        />
        <Figure
          label={w.redemption}
          value={shown(of.redemptionShare)}
          text={
            of.redemptionShare === null ? w.redemptionNeeds(INSIGHT_PEOPLE_MIN) : w.redemptionText
          }
        />
        <Figure
          label={w.outstanding}
          value={formatCount(outstanding.points)}
          text={w.outstandingText(
            formatMoney(outstanding.minor, of.currency),
            formatCount(outstanding.shoppers),
          )}
        />
        <Figure label={w.members} value={formatCount(of.members)} text={w.membersText} />
        <Figure label={w.reviews} value={formatCount(of.reviews)} text={w.reviewsText} />
      </dl>
    </section>
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

function Figure(props: { label: string; value: string | null; text: string }): JSX.Element {
  const w = messages().home;
  return (
    <div>
      <dt>{props.label}</dt>
      <dd class={props.value === null ? 'not-yet' : undefined}>{props.value ?? w.notEnough}</dd>
      <dd class="figure-text">{props.text}</dd>
    </div>
  );
}

function shown(share: number | null): string | null {
  return share === null ? null : formatShare(share);
}

function shareText(of: InsightShare, said: (count: string, of: string) => string): string {
  const w = messages().home;
  if (of.share === null || of.low === null || of.high === null)
    return w.needs(formatCount(of.of), formatCount(INSIGHT_PEOPLE_MIN));
  const range = w.between(formatShare(of.low), formatShare(of.high));
  return `${said(formatCount(of.count), formatCount(of.of))} ${range}`;
}
