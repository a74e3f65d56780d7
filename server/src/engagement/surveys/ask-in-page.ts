import type { ContactKind } from '@okaeri/shared/contacts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Definition } from '../../loyalty/contacts/decide-touch-rules.ts';
import type { PageTouches, TouchOf, WantedTouch } from '../../loyalty/contacts/touch-types.ts';
import type { Tx } from '../../platform/store/store.ts';
import { readAsked, type Asked } from './asking.ts';
import { closesAtOf } from './wave-rules.ts';
import { saveInvitation } from './results-tally.ts';

/** The surveys a page may show this shopper now (E33). Asked with every page view, it reads what they were invited to. */
export const surveysForPage: PageTouches = async (tx, { shop, shopper, now, surveyId }) => {
  // Who has become one of the shop's own since is not asked any more (E9).
  if (isInsider(shopper, settingsOf(shop))) return [];
  const found = await readAsked(tx, { shopper, now });
  return found
    .filter(({ notAsked }) => notAsked === null)
    .filter(({ survey }) => surveyId === null || survey.id === surveyId)
    .map((one) => ({
      wanted: wantedIn('page', one),
      definition: 'running' as const,
      answer: {
        subject: subjectOf(one.invitation),
        surveyId: one.survey.id,
        wave: one.wave.key,
        text: null,
      },
      onShown: (write: Tx) => noteShown(write, one.invitation, now),
    }));
};

/** The touch an invitation is, on one channel. Each showing that is charged is one of its own. */
export const wantedIn = (
  channel: WantedTouch['channel'],
  { invitation, survey, wave }: Pick<Asked, 'invitation' | 'survey' | 'wave'>,
): WantedTouch => ({
  key: `survey:${invitation.id}:${channel === 'email' ? 'mail' : invitation.shows}`,
  kind: 'survey' satisfies ContactKind,
  channel,
  subject: subjectOf(invitation),
  dueAt: channel === 'email' ? (invitation.mailAt ?? wave.opensAt) : wave.opensAt,
  validUntil: closesAtOf(wave, survey),
});

/** How things stand with the survey a planned e-mail is about: what would not come reserves no room. */
export const standingOf = async (tx: Tx, planned: TouchOf): Promise<Definition> => {
  const one = await askedOf(tx, planned);
  if (one === undefined) return 'subjectGone';
  // A page has shown it since: no e-mail comes.
  if (one.invitation.firstShownAt !== null) return 'exited';
  if (one.notAsked === null || one.notAsked.why === 'tooSoon') return 'running';
  if (one.notAsked.why === 'lapsed') return 'subjectGone';
  return one.notAsked.why === 'paused' || one.notAsked.why === 'ended'
    ? one.notAsked.why
    : 'exited';
};

/** Who wants to see a survey no more is not asked again in its wave; what they answer counts all the same. */
export const noteDismissed = async (tx: Tx, of: TouchOf): Promise<void> => {
  const one = await askedOf(tx, of);
  if (one === undefined || one.invitation.dismissedAt !== null) return;
  const { invitation } = one;
  await saveInvitation(tx, invitation, { ...invitation, dismissedAt: of.now, mailAt: null });
};

/** What the log calls a survey of a wave. */
function subjectOf({ surveyId, wave }: { surveyId: string; wave: string }): string {
  return `${surveyId} ${wave}`;
}

async function askedOf(tx: Tx, { shopper, touch, now }: TouchOf): Promise<Asked | undefined> {
  const found = await readAsked(tx, { shopper, now });
  return found.find(({ invitation }) => subjectOf(invitation) === touch.subject);
}

async function noteShown(tx: Tx, invitation: Asked['invitation'], now: number): Promise<void> {
  await saveInvitation(tx, invitation, {
    ...invitation,
    firstShownAt: invitation.firstShownAt ?? now,
    lastShownAt: now,
    shows: invitation.shows + 1,
    channel: invitation.channel ?? 'page',
    // Page first: who was shown it there gets no e-mail about it.
    mailAt: null,
  });
}
