import { signLink } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Deps } from '../../deps.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { letterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { dropped, later, touchMail, type PlannedMail } from '../../loyalty/contacts/touch-mail.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { first } from '../../platform/store/store.ts';
import { wantedIn } from './ask-in-page.ts';
import { loadAsked, readAsked } from './asking.ts';
import { offerFor } from './open-form.ts';
import { surveyMail, type SurveyMailFacts } from './survey-mail.ts';
import { saveInvitation } from './results-tally.ts';
import type { InvitationRow } from './tables.ts';
import { selectInvitationById, updateInvitation } from './wave-queries.ts';
import { GRACE_MS } from './wave-rules.ts';

type Topic = NonNullable<Awaited<ReturnType<typeof loadAsked>>>;
type SurveyMail = PlannedMail<'survey', Topic>;

/** A message without its links, which cannot be signed while the store waits. */
interface Prepared {
  readonly facts: Omit<SurveyMailFacts, 'formUrl' | 'end'>;
  readonly invitation: InvitationRow;
  readonly shopperId: string;
  readonly endsAt: number;
}

/** Asks a survey by e-mail, where no page has asked it meanwhile (E33). */
export const sendSurvey = touchMail<'survey', Topic, Prepared>({
  kind: 'survey',
  async find(tx, { shop, payload: { invitationId } }) {
    const invitation = await first(tx, selectInvitationById, { shopId: shop.id, id: invitationId });
    if (invitation?.shopperId == null) return dropped('nobody is asked any more');
    const person = { shopId: shop.id, shopperId: invitation.shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
    if (shopper === undefined || shopper.erasedAt !== null) return dropped('nobody to ask');
    const topic = await loadAsked(tx, invitation);
    return topic === undefined ? dropped('the survey is gone') : { shopper, topic };
  },
  stillWanted,
  keyOf: ({ invitationId }) => `survey:${invitationId}:mail`,
  touchOf: ({ topic, payload }) => ({ ...wantedIn('email', topic), dueAt: payload.dueAt }),
  facts: factsOf,
  send: async (deps, shop, prepared, messageId) => {
    const mail = await surveyMail(await withLinks(deps, shop, prepared));
    return handShopMail(deps, shop, { ...mail, messageId });
  },
});

async function stillWanted({
  tx,
  shop,
  shopper,
  topic,
  now,
}: SurveyMail): Promise<Delivery | null> {
  if (isInsider(shopper, settingsOf(shop))) return dropped('of the shop itself');
  // Handed over again after a crash: it is the message that was decided.
  if (topic.invitation.channel === 'email') return null;
  const { id } = topic.invitation;
  const asked = await readAsked(tx, { shopper, now });
  const one = asked.find(({ invitation }) => invitation.id === id);
  if (one === undefined) return dropped('asked too long ago');
  const { notAsked } = one;
  if (topic.invitation.firstShownAt !== null) return dropped('a page has shown it');
  if (notAsked === null) return null;
  if (notAsked.why === 'lapsed') {
    await tx.run(updateInvitation, { ...one.invitation, lapsedAt: now, mailAt: null });
    return dropped('there is nothing to ask about any more');
  }
  if (notAsked.why === 'tooSoon')
    return notAsked.until < one.wave.closesAt ? later(shop, notAsked.until) : dropped('too soon');
  return notAsked.why === 'paused' ? later(shop, now + PAUSED_MS) : dropped(notAsked.why);
}

/** How often a paused survey is looked at again. */
const PAUSED_MS = 3_600_000;

async function factsOf(mail: SurveyMail): Promise<Prepared> {
  const { deps, tx, shop, shopper, topic, now } = mail;
  const { invitation, definition, wave } = topic;
  // The message says what is offered: from now on that is a fact.
  const offer = invitation.offer ?? (await offerFor(deps, tx, { shop, shopper, invitation, now }));
  const row: InvitationRow = {
    ...invitation,
    offer,
    firstShownAt: invitation.firstShownAt ?? now,
    lastShownAt: now,
    channel: invitation.channel ?? 'email',
    mailAt: null,
  };
  await saveInvitation(tx, invitation, row);
  const [question] = definition.questions;
  if (question === undefined) throw new Error(`Survey ${wave.surveyId} asks nothing.`);
  const facts = {
    to: shopper.email ?? '',
    locale: shopper.locale,
    shopName: shop.name,
    orderId: wave.subject === 'order' ? wave.key : null,
    question,
    points: offer?.points ?? 0,
  };
  return { facts, invitation: row, shopperId: shopper.id, endsAt: wave.closesAt + GRACE_MS };
}

async function withLinks(deps: Deps, shop: ShopRow, prepared: Prepared): Promise<SurveyMailFacts> {
  const { facts, invitation, shopperId, endsAt } = prepared;
  const link = { shopperId, orderId: facts.orderId, confirmed: false };
  const survey = { id: invitation.surveyId, wave: invitation.wave };
  const form = await signLink(deps, shop, { ...link, use: 'survey', survey, endsAt });
  return {
    ...facts,
    formUrl: `${deps.publicUrl}/survey/${shop.publicKey}#${form}`,
    end: await letterEnd(deps, shop, { shopperId, purpose: 'surveys' }),
  };
}
