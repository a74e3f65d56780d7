import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ChangeFigures } from '@okaeri/shared/changes';
import type { ChangeWords } from '@okaeri/shared/change-text';
import type { Figure, GapFigures, LiabilityFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN, type Insights } from '@okaeri/shared/insights';
import { takenOf, type FigureModel } from '../app/figure-model.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { NotEnough } from '../ui/states.tsx';
import { changeWords } from './change-words.ts';
import { Tile } from './Tile.tsx';
import { Between, MemberOrders, Value } from './Value.tsx';
import { createChanges, createGaps, createLiability, homeDays } from './home-model.ts';

/** The shop's figures, each with what it counts, how sure it is, and what it was before. */
export const Figures = ({ of, round }: { of: Insights; round: number }): JSX.Element => {
  const days = homeDays.value;
  const changes = useMemo(() => createChanges(days), [days, round]);
  const gaps = useMemo(createGaps, [round]);
  const liability = useMemo(createLiability, [round]);
  useFresh(changes, { now: of.takenAt, freshMs: FRESH_MS });
  useFresh(gaps, { now: of.takenAt, freshMs: FRESH_MS });
  useFresh(liability, { now: of.takenAt, freshMs: DAY_MS });
  const w = messages();
  const known = takenOf(changes.known.value.value);
  const words = changeWords.now();
  return (
    <section>
      <div class="section-head">
        <h2>{w.home.figures}</h2>
        <a href={shopPath('/insights')}>{w.homeFigures.all}</a>
      </div>
      <dl class="figures wide">
        <Share kind="repeat" of={known} words={words} />
        <MemberOrders of={of.memberShare} />
        <Median of={takenOf(gaps.known.value.value)} />
        <Share kind="redeemed" of={known} words={words} />
        <Outstanding of={of} liability={takenOf(liability.known.value.value)} />
        <Score of={known} words={words} />
      </dl>
    </section>
  );
};

/** A figure is answered once more while it is taken anew, and asked for again until that is done. */
const FRESH_MS = 300_000;
const DAY_MS = 86_400_000;
const AGAIN_MS = 1500;

function useFresh<Answer extends Figure>(
  figure: FigureModel<Answer>,
  { now, freshMs }: { now: string; freshMs: number },
): void {
  const answer = figure.known.value.value;
  useEffect(() => figure.watch(), [figure]);
  useEffect(() => {
    const taken = takenOf(answer);
    const isOld = taken !== undefined && Date.parse(now) - Date.parse(taken.takenAt) >= freshMs;
    const timer = isOld ? setTimeout(() => void figure.known.load(), AGAIN_MS) : undefined;
    return () => clearTimeout(timer);
  }, [figure, answer, now, freshMs]);
}

interface Known {
  readonly of: ChangeFigures | undefined;
  readonly words: ChangeWords | null;
}

function Share(props: Known & { kind: 'repeat' | 'redeemed' }): JSX.Element {
  const { kind, of, words } = props;
  const w = messages().homeFigures;
  const change = of?.changes.find((one) => one.kind === kind);
  const label = { label: w[kind], what: w[`${kind}What`] };
  if (change === undefined || words === null) return <Tile {...label} />;
  const { count, of: people } = change.now;
  return (
    <Tile {...label}>
      <Value of={change} words={words} ends={[0, 1]}>
        {w[`${kind}Text`](formatCount(count ?? 0), formatCount(people))}
      </Value>
    </Tile>
  );
}

/** The score of a survey: of how easy it was, where that is asked, else of the first there is. */
function Score({ of, words }: Known): JSX.Element {
  const w = messages().homeFigures;
  const scores = of?.changes.filter(({ kind }) => kind === 'score') ?? [];
  const change = scores.find(({ survey }) => survey?.kind === 'ces') ?? scores[0];
  const survey = change?.survey;
  if (of === undefined || words === null) return <Tile label={w.noScore} what={w.scoreWhat} />;
  if (change === undefined || survey == null)
    return (
      <Tile label={w.noScore} what={w.scoreWhat}>
        <dd class="figure-text">{w.noScoreText}</dd>
        <dd class="figure-text">
          <a href={shopPath('/surveys')}>{w.toSurveys}</a>
        </dd>
      </Tile>
    );
  return (
    <Tile label={words.scores[survey.kind]} what={w.scoreWhat}>
      <Value of={change} words={words} ends={ENDS[survey.kind]}>
        {w.scoreText(formatCount(change.now.of))}
      </Value>
    </Tile>
  );
}

const ENDS = { nps: [-100, 100], csat: [0, 1], ces: [1, 7], loyalty: [1, 7] } as const;

function Median({ of }: { of: GapFigures | undefined }): JSX.Element {
  const w = messages().homeFigures;
  const label = { label: w.gap, what: w.gapWhat };
  if (of === undefined) return <Tile {...label} />;
  const { medianDays, low, high } = of.pooled;
  if (of.people < INSIGHT_PEOPLE_MIN)
    return (
      <Tile {...label}>
        <dd class="not-yet">
          <NotEnough has={of.people} needed={INSIGHT_PEOPLE_MIN} />
        </dd>
      </Tile>
    );
  if (medianDays === null || low === null)
    return (
      <Tile {...label}>
        <dd class="figure-text">{w.gapOpen}</dd>
      </Tile>
    );
  const end = 2 * Math.max(medianDays, high ?? 0);
  return (
    <Tile {...label}>
      <dd>
        {w.days(formatCount(medianDays))}{' '}
        <Between low={formatCount(low)} high={high === null ? '' : formatCount(high)} />
        <Range of={{ value: medianDays, low, high }} ends={[0, end]} />
      </dd>
      <dd class="figure-text">{w.gapText}</dd>
    </Tile>
  );
}

function Outstanding(props: {
  of: Insights;
  liability: LiabilityFigures | undefined;
}): JSX.Element {
  const { currency, outstanding } = props.of;
  const w = messages().homeFigures;
  const { ceiling, expected } = props.liability ?? {};
  const money = (minor: number): string => formatMoney(Math.round(minor), currency);
  // An interval of points is told; what one of them is worth is the ceiling's.
  const worth = ceiling === undefined || ceiling.points === 0 ? 0 : ceiling.minor / ceiling.points;
  const { minor = null, low = null, high = null } = expected ?? {};
  return (
    <Tile label={w.outstanding} what={w.outstandingWhat}>
      <dd>
        {formatCount(outstanding.points)}{' '}
        <span class="figure-range">{w.ceiling(formatMoney(outstanding.minor, currency))}</span>
      </dd>
      <dd class="figure-text">
        {minor !== null && low !== null && high !== null
          ? w.expected(money(minor), money(low * worth), money(high * worth))
          : w.heldBy(formatCount(outstanding.shoppers))}
      </dd>
    </Tile>
  );
}
