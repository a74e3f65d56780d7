import { LIMITS } from '@okaeri/shared/limits';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { arrivedOrderOf, listArrivedOrders } from '../../loyalty/orders/arrived-orders.ts';
import { refundedInFull } from '../../loyalty/orders/rules/money-rules.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  FIRST_AFTER_MS,
  isRelational,
  whyNotAsked,
  type NotAsked,
  type Shown,
} from './ask-rules.ts';
import { selectSurvey } from './queries.ts';
import { loadDefinition } from './read-surveys.ts';
import { selectResponseBy } from './response-queries.ts';
import type { InvitationRow, SurveyRow, WaveRow } from './tables.ts';
import { selectAskedOf, selectWave } from './wave-queries.ts';

/** Invitations looked back at: more than anybody is sent in the days that matter. */
const LOOKED_AT = 50;

/** An invitation, with what it is to. */
export interface Invited {
  readonly invitation: InvitationRow;
  readonly survey: SurveyRow;
  readonly wave: WaveRow;
}

export interface Asked extends Invited {
  /** Null when they may be asked now. */
  readonly notAsked: NotAsked | null;
}

/** The latest invitations of a shopper, and whether each may be asked now. What has lapsed is said, and not written. */
export const readAsked = async (
  tx: Tx,
  { shopper, now }: { shopper: ShopperRow; now: number },
): Promise<Asked[]> => {
  const person = { shopId: shopper.shopId, shopperId: shopper.id };
  const known = await tx.run(selectAskedOf, { ...person, limit: LOOKED_AT });
  const shown = known.flatMap(({ invitation, survey }): Shown[] =>
    invitation.lastShownAt === null
      ? []
      : [
          {
            surveyId: survey.id,
            wave: invitation.wave,
            lastShownAt: invitation.lastShownAt,
            isRelational: isRelational(survey.trigger),
          },
        ],
  );
  const asked: Asked[] = [];
  for (const one of known)
    asked.push({ ...one, notAsked: await judge(tx, one, { shopper, shown, now }) });
  return asked;
};

/** The survey, wave and questions of an invitation. */
export const loadAsked = async (
  tx: Tx,
  invitation: InvitationRow,
): Promise<(Invited & { readonly definition: SurveyDefinition }) | undefined> => {
  const { shopId, surveyId, wave: key, version } = invitation;
  const survey = await first(tx, selectSurvey, { shopId, id: surveyId });
  const wave = await first(tx, selectWave, { shopId, surveyId, key });
  if (survey === undefined || wave === undefined) return undefined;
  const definition = await loadDefinition(tx, { shopId, surveyId, version });
  return { invitation, survey, wave, definition };
};

/** Whether what was bought was sent back, cancelled, or is somebody else's, before it was asked about (E34). */
export const hasLapsed = async (
  tx: Tx,
  { invitation, wave }: Pick<Asked, 'invitation' | 'wave'>,
): Promise<boolean> => {
  if (wave.subject !== 'order' || invitation.firstShownAt !== null) return false;
  const found = await arrivedOrderOf(tx, { shopId: wave.shopId, orderId: wave.key });
  return (
    found === undefined ||
    found.shopperId !== invitation.shopperId ||
    refundedInFull(found.order.state)
  );
};

async function judge(
  tx: Tx,
  one: Invited,
  known: { shopper: ShopperRow; shown: readonly Shown[]; now: number },
): Promise<NotAsked | null> {
  const { survey, wave, invitation } = one;
  const { shopper, shown, now } = known;
  const { shopId } = shopper;
  const asking = { survey, wave, invitation, shown, hasOldArrival: true, hasResponse: false, now };
  // What the rows say already needs no look at questions, orders and answers.
  const already = whyNotAsked({ ...asking, showsMax: LIMITS.surveyShowsMax + 1 });
  if (already !== null) return already;
  const person = { shopId, shopperId: shopper.id };
  const of = { shopId, surveyId: survey.id, version: invitation.version };
  const { showsMax } = await loadDefinition(tx, of);
  const response = await first(tx, selectResponseBy, {
    ...person,
    surveyId: survey.id,
    wave: wave.key,
  });
  if (await hasLapsed(tx, one)) return { why: 'lapsed' };
  return whyNotAsked({
    ...asking,
    showsMax,
    hasResponse: response !== undefined && response.state !== 'partial',
    hasOldArrival: !isRelational(survey.trigger) || (await hasOldArrival(tx, person, now)),
  });
}

async function hasOldArrival(
  tx: Tx,
  person: { shopId: string; shopperId: string },
  now: number,
): Promise<boolean> {
  const until = now - FIRST_AFTER_MS;
  return (await listArrivedOrders(tx, { ...person, after: -1, until, limit: 1 })).length > 0;
}
