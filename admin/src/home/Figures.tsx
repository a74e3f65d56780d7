import type { JSX } from 'preact';
import type { Insights, InsightShare } from '@okaeri/shared/insights';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatShare } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { NotEnough } from '../ui/states.tsx';

/** The shop's figures, each with what it counts. */
export const Figures = ({ of }: { of: Insights }): JSX.Element => {
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
          share={repeat}
        />
        <Figure
          label={w.memberShare}
          value={shown(memberShare.share)}
          text={shareText(memberShare, w.memberShareText)}
          share={memberShare}
          counted="orders"
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
};

function Figure(props: {
  label: string;
  value: string | null;
  text: string;
  /** What is left out while too few stand behind it. */
  share?: InsightShare;
  counted?: 'orders';
}): JSX.Element {
  const { label, value, text, share, counted } = props;
  return (
    <div>
      <dt>{label}</dt>
      {value === null && share !== undefined ? (
        <dd class="not-yet">
          <NotEnough
            has={share.of}
            needed={INSIGHT_PEOPLE_MIN}
            {...(counted === undefined ? {} : { of: counted })}
          />
        </dd>
      ) : (
        <>
          <dd class={value === null ? 'not-yet' : undefined}>
            {value ?? messages().home.notEnough}
            {share !== undefined && <Interval of={share} />}
          </dd>
          <dd class="figure-text">{text}</dd>
        </>
      )}
    </div>
  );
}

/** The interval in figures and as a strip over all that is possible. */
function Interval({ of }: { of: InsightShare }): JSX.Element | null {
  const { share, low, high } = of;
  if (low === null || high === null) return null;
  const w = messages().home;
  return (
    <>
      {' '}
      <span class="figure-range" title={w.interval}>
        <span class="hidden">{w.interval} </span>
        {w.range(formatShare(low), formatShare(high))}
      </span>
      <Range of={{ value: share, low, high }} ends={[0, 1]} />
    </>
  );
}

function shown(share: number | null): string | null {
  return share === null ? null : formatShare(share);
}

function shareText(of: InsightShare, said: (count: string, of: string) => string): string {
  return said(formatCount(of.count), formatCount(of.of));
}
