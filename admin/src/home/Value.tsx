import type { ComponentChildren, JSX } from 'preact';
import type { Change } from '@okaeri/shared/changes';
import { isProven, valueText, type ChangeWords } from '@okaeri/shared/change-text';
import { INSIGHT_PEOPLE_MIN, type InsightShare } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatShare } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { NotEnough } from '../ui/states.tsx';
import { Tile } from './Tile.tsx';

/** A value with its interval and what it was before; of too few, how many there are. */
export const Value = (props: {
  of: Change;
  words: ChangeWords;
  ends: readonly [number, number];
  children: ComponentChildren;
}): JSX.Element => {
  const { of, words, ends, children } = props;
  const { value, low, high } = of.now;
  const w = messages();
  if (value === null || low === null || high === null)
    return (
      <dd class="not-yet">
        <NotEnough has={of.now.of} needed={INSIGHT_PEOPLE_MIN} />
      </dd>
    );
  const said = (one: number): string => valueText(of, one, words);
  return (
    <>
      <dd>
        {said(value)} <Between low={said(low)} high={said(high)} />
        <Range of={{ value, low, high }} ends={ends} />
      </dd>
      <dd class="figure-text">
        {children}
        {w.homeFigures.space}
        <Before of={of} said={said} />
      </dd>
    </>
  );
};

/** What it was, and whether that is a change: colored only where its interval leaves out 0. */
function Before({ of, said }: { of: Change; said: (value: number) => string }): JSX.Element {
  const w = messages().homeFigures;
  const { value } = of.before;
  if (value === null || of.difference === null) return <>{w.notCompared}</>;
  const proven = isProven(of);
  return (
    <>
      {w.before(said(value))}
      {w.space}
      <span class={proven ? 'proven' : undefined}>{proven ? w.proven : w.notProven}</span>
    </>
  );
}

/** Of the orders of a year, those of people who are members now: also of what was bought before they joined. */
export const MemberOrders = ({ of }: { of: InsightShare }): JSX.Element => {
  const w = messages();
  const { share, low, high } = of;
  return (
    <Tile label={w.home.memberShare} what={w.homeFigures.membersWhat}>
      {share === null || low === null || high === null ? (
        <dd class="not-yet">
          <NotEnough has={of.of} needed={INSIGHT_PEOPLE_MIN} of="orders" />
        </dd>
      ) : (
        <>
          <dd>
            {formatShare(share)} <Between low={formatShare(low)} high={formatShare(high)} />
            <Range of={{ value: share, low, high }} ends={[0, 1]} />
          </dd>
          <dd class="figure-text">
            {w.home.memberShareText(formatCount(of.count), formatCount(of.of))}
          </dd>
        </>
      )}
    </Tile>
  );
};

/** Where a value lies with 95 % confidence; without an end, where it has none. */
export const Between = ({ low, high }: { low: string; high: string }): JSX.Element => {
  const w = messages().home;
  return (
    <span class="figure-range" title={w.interval}>
      <span class="hidden">{w.interval} </span>
      {w.range(low, high)}
    </span>
  );
};
