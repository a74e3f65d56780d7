import type { ComponentChildren, JSX } from 'preact';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { NotEnough } from '../ui/states.tsx';

/** The interval beside a value, named for whoever hears it. */
export const Interval = ({ children }: { children: ComponentChildren }): JSX.Element => {
  const w = messages().insights;
  return (
    <span class="insight-range" title={w.interval}>
      <span class="hidden">{w.interval} </span>
      {children}
    </span>
  );
};

/** A figure of which too few people are known: how many there are. */
export const TooFew = ({ people }: { people: number }): JSX.Element => (
  <div class="insight-few">
    <NotEnough has={people} needed={INSIGHT_PEOPLE_MIN} />
  </div>
);
