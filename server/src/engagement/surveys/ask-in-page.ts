import type { ContactKind } from '@okaeri/shared/contacts';
import type { ShopRow } from '../../access/tables.ts';
import type { WantedTouch } from '../../loyalty/contacts/ask-touch.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { Tx } from '../../platform/store/store.ts';
import { readAsked, type Asked } from './asking.ts';
import { closesAtOf } from './wave-rules.ts';
import { saveInvitation } from './results-tally.ts';

/** What the log calls a survey of a wave. */
export const subjectOf = (of: { surveyId: string; wave: string }): string =>
  `${of.surveyId} ${of.wave}`;

/** The surveys a page may show this shopper now, for whoever decides which (E33). */
export const surveysForPage = async (
  tx: Tx,
  asked: { shop: ShopRow; shopper: ShopperRow; now: number; surveyId?: string | undefined },
) => {
  const { shopper, now, surveyId } = asked;
  const found = await readAsked(tx, { shopper, now });
  return found
    .filter(({ notAsked }) => notAsked === null)
    .filter(({ survey }) => surveyId === undefined || survey.id === surveyId)
    .map((one) => ({
      wanted: wantedIn('page', one),
      definition: 'running' as const,
      answer: {
        subject: subjectOf(one.invitation),
        surveyId: one.survey.id,
        wave: one.wave.key,
        text: null,
      },
      /** What is written down once it is shown: standing in a page it is one showing. */
      onShown: (isNew: boolean) => (isNew ? noteShown(tx, one.invitation, now) : undefined),
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
