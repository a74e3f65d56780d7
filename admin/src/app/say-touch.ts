import type { TouchLine } from '@okaeri/shared/affairs';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';

/** Why a touch was made, was not, or is not yet: in a sentence. */
export const whyOf = (touch: TouchLine): string => {
  const w = messages().contacts;
  const { decision, waitsFor, reason } = touch;
  if (decision === null)
    return waitsFor === null ? w.why.waiting : w.waits[waitsFor.reason](formatTime(waitsFor.until));
  if (decision === 'held') return w.why.held;
  if (decision === 'dropped') return isKnown(reason) ? w.dropped[reason] : '';
  // A page needs no consent.
  const isAsked = touch.class === 'marketing' && touch.channel === 'page';
  return w.why[isAsked ? 'relationship' : touch.class];
};

/** What became of it later, a sentence each. */
export const laterOf = (touch: TouchLine): readonly string[] => {
  const { facts } = messages().contacts;
  return [
    ...(touch.failedAt === null ? [] : [facts.failed]),
    ...(touch.bouncedAt === null ? [] : [facts.bounced]),
    ...(touch.complainedAt === null ? [] : [facts.complained]),
    ...(touch.clickedAt === null ? [] : [facts.clicked]),
    ...(touch.dismissedAt === null ? [] : [facts.dismissed]),
    ...(touch.unsubscribedAt === null ? [] : [facts.unsubscribed]),
  ];
};

type Reason = keyof ReturnType<typeof messages>['contacts']['dropped'];

function isKnown(reason: string | null): reason is Reason {
  return reason !== null && reason in messages().contacts.dropped;
}
