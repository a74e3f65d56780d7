import type { JSX } from 'preact';
import { Info } from 'lucide';
import { overview } from '../app/overview.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Icon } from '../ui/Icon.tsx';

/** Where each kind of thing that waits is decided. */
const PLACES = {
  reviews: '/reviews',
  questions: '/questions',
  unanswered: '/questions/unanswered',
  cases: '/cases',
  referrals: '/referrals',
} as const;

/** What waits for a person: a draft that is not published, and whatever must be decided. */
export const Waiting = (): JSX.Element | null => {
  const known = overview.value;
  if (known === null) return null;
  const w = messages().waiting;
  const kinds = (['cases', 'reviews', 'questions', 'unanswered', 'referrals'] as const).filter(
    (kind) => known.waiting[kind] > 0,
  );
  return (
    <>
      {known.hasDraft && (
        <p class="note state">
          <Icon of={Info} size={16} />
          <span class="grow">{w.draft}</span>
          <a href={shopPath('/program')}>{w.review}</a>
        </p>
      )}
      {kinds.length > 0 && (
        <section>
          <h2>{w.title}</h2>
          <ul class="waiting">
            {kinds.map((kind) => (
              <li key={kind}>
                <a class="card" href={shopPath(PLACES[kind])}>
                  <strong class="waiting-count">{formatCount(known.waiting[kind])}</strong>
                  <strong>{w.kinds[kind](known.waiting[kind])}</strong>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
