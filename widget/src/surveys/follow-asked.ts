import { createSurveysClient, type SurveyKey } from '@okaeri/client/surveys';
import type { AppModel } from '../app/model.ts';
import { createSurveyModel, type SurveyModel } from './survey-model.ts';

/** What an element asks about. */
const ATTRIBUTES = ['survey-id', 'order-id', 'wave'];

/**
 * Shows what the server says may be asked now, of what an element names: a survey, an order, a wave, or whatever is
 * open. Anew for another shopper, or when the element names something else.
 */
export const followAsked = (
  model: AppModel,
  host: Element,
  show: (surveys: readonly SurveyModel[]) => void,
): (() => void) => {
  let turn = 0;
  const look = async (): Promise<void> => {
    const mine = ++turn;
    const found = await findAsked(model, host).catch(() => null);
    if (mine === turn) show(found === null ? [] : [createSurveyModel(model, found)]);
  };
  let shopper: string | undefined;
  const follow = (): void => {
    const next = model.session.state.me?.shopper.id;
    if (next === shopper) return;
    shopper = next;
    if (next === undefined) show([]);
    else void look();
  };
  const changes = new MutationObserver(() => void look());
  changes.observe(host, { attributeFilter: ATTRIBUTES });
  const stop = model.session.subscribe(follow);
  follow();
  return () => {
    turn += 1;
    changes.disconnect();
    stop();
  };
};

async function findAsked(
  model: AppModel,
  host: Element,
): Promise<{ key: SurveyKey; touchId: string } | null> {
  const client = createSurveysClient(model.session.transport);
  const named = host.getAttribute('survey-id');
  const wave = host.getAttribute('wave') ?? host.getAttribute('order-id');
  // Asking takes it from the budget: of what is not meant here nothing is asked.
  const { items } = wave === null ? { items: [] } : await client.mine();
  const known = items.find((one) => one.wave === wave && (named ?? one.surveyId) === one.surveyId);
  if (wave !== null && known === undefined) return null;
  const surveyId = named ?? known?.surveyId;
  const asked = { kinds: ['survey' as const], ...(surveyId && { surveyId }) };
  const { touch } = await client.next(asked);
  if (touch?.surveyId == null || touch.wave === null) return null;
  if (wave !== null && touch.wave !== wave) return null;
  return { key: { surveyId: touch.surveyId, wave: touch.wave }, touchId: touch.id };
}
