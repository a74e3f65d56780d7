import type { MapFigures, MapTouchFigures } from '@okaeri/shared/effect-figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { daysRange, shareRange, shareText } from './figure-text.ts';
import { verdictOf } from './interval-rules.ts';
import { points, pointsRange } from './money-text.ts';

type Stage = MapFigures['stages'][number];

/** `21 days (18–24)`, or that fewer than half have gone on. */
export const stayText = ({ medianDays, low, high, closed, open }: Stage): string => {
  const w = messages().insightMap;
  if (closed + open < INSIGHT_PEOPLE_MIN) return w.noStay;
  if (medianDays === null) return w.longStay;
  const range = daysRange(low, high);
  return `${messages().insights.days(medianDays)}${range === '' ? '' : ` (${range})`}`;
};

/** `22.0% acted`, and where the share lies. */
export const actedText = ({ acted }: MapTouchFigures): { text: string; range: string } => {
  const w = messages().insightMap;
  const { share, low, high, of } = acted;
  if (share === null || low === null || high === null)
    return { text: messages().insights.needed(of, INSIGHT_PEOPLE_MIN), range: '' };
  return { text: w.acted(shareText(share)), range: shareRange(low, high) };
};

/** `+6.8 (+3.6 to +9.7)`, or why it is not said; a gain or a loss only where the interval leaves out 0. */
export const effectText = ({
  effect,
}: MapTouchFigures): { text: string; range: string; tone: 'gain' | 'loss' | 'open' | 'none' } => {
  const w = messages().insightMap;
  if (effect === null) return { text: w.notMeasured, range: '', tone: 'none' };
  const { state, difference, low, high } = effect;
  if (difference === null || low === null || high === null)
    return { text: state === 'done' ? w.notMeasured : w.states[state], range: '', tone: 'none' };
  const tone = verdictOf({ value: difference, low, high }) ?? 'none';
  return { text: points(difference), range: pointsRange(low, high), tone };
};

/** The kinds of messages of the quarter, in the order of how many they reached. */
export const kindsIn = ({ stages }: MapFigures): readonly MapTouchFigures['kind'][] => {
  const reach = new Map<MapTouchFigures['kind'], number>();
  for (const { touches } of stages)
    for (const touch of touches) reach.set(touch.kind, (reach.get(touch.kind) ?? 0) + touch.reach);
  return [...reach].toSorted(([, a], [, b]) => b - a).map(([kind]) => kind);
};
