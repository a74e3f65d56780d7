import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { QuotationAsked, QuotationInput } from '@okaeri/shared/quotations';
import type { SurveyResponse } from '@okaeri/shared/survey-results';
import type { Theme } from '@okaeri/shared/themes';
import { denied } from '../app/denied.ts';
import { api, may } from '../app/session.ts';
import { shopZone } from '../app/shop-zone.ts';
import { messages } from '../i18n/messages.ts';
import { formatDayIn } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { QuoteDialog } from './QuoteDialog.tsx';
import { wordsOf } from './score-text.ts';

/** What of a comment may be quoted, as far as its author has said so, and the way to ask. */
export const Quotations = (props: {
  surveyId: string;
  of: SurveyResponse;
  themes: readonly Theme[];
  onSaved: (response: SurveyResponse) => void;
}): JSX.Element | null => {
  const { surveyId, of, themes, onSaved } = props;
  const isAsking = useSignal(false);
  const w = messages().surveys;
  // Beside a theme one thing is asked, or quoted, at a time.
  const free = themes.filter(
    ({ id }) =>
      of.themeIds.includes(id) && !of.quotations.some((one) => one.themeId === id && isOpen(one)),
  );
  const route = api().surveys[':surveyId'].responses[':responseId'].quotations[':themeId'];
  const save = async (work: () => Promise<SurveyResponse>, said: string): Promise<boolean> => {
    const saved = await runAction(work, said);
    if (saved !== undefined) onSaved(saved);
    return saved !== undefined;
  };
  const paramOf = (themeId: string) => ({ surveyId, responseId: of.id, themeId });
  const ask = (themeId: string, json: QuotationInput): Promise<boolean> =>
    save(() => request(route.$put({ param: paramOf(themeId), json })), w.quoteAsked);
  const drop = (themeId: string): Promise<boolean> =>
    save(() => request(route.$delete({ param: paramOf(themeId) })), w.quoteDropped);
  const isDeclined = of.quotations.some(
    ({ state }) => state === 'refused' || state === 'withdrawn',
  );
  // People of the shop, and somebody who is gone, are not quoted; nor is who said no asked again.
  const canAsk =
    may('serve') &&
    free.length > 0 &&
    !of.fromTheShop &&
    !isDeclined &&
    (of.shopperId !== null || of.guestId !== null);
  return (
    <>
      {of.quotations.map((one) => (
        <Standing key={one.id} of={one} themes={themes} onDrop={() => void drop(one.themeId)} />
      ))}
      {canAsk && (
        <Button kind="quiet" blocked={denied('serve')} onClick={() => (isAsking.value = true)}>
          {w.quote}
        </Button>
      )}
      {isAsking.value && (
        <QuoteDialog of={of} themes={free} onAsk={ask} onClose={() => (isAsking.value = false)} />
      )}
    </>
  );
};

/** One thing that was asked to quote, and where it stands. */
function Standing(props: {
  of: QuotationAsked;
  themes: readonly Theme[];
  onDrop: () => void;
}): JSX.Element {
  const { of, themes, onDrop } = props;
  const w = messages().surveys;
  const theme = wordsOf(themes.find(({ id }) => id === of.themeId)?.name, of.themeId);
  const until = formatDayIn(of.endsAt, shopZone());
  return (
    <div class="comment-quote">
      <p class="quiet small">
        <span class={`badge ${of.state === 'given' ? 'good' : ''}`}>{w.quoteStates[of.state]}</span>{' '}
        {isOpen(of) && w.quoteLine(theme, until)}
        {of.state === 'given' && ` · ${of.name ?? w.quoteNameless}`}
      </p>
      {of.text !== '' && <blockquote dir="auto">{of.text}</blockquote>}
      {isOpen(of) && may('serve') && (
        <Button kind="quiet" onClick={onDrop}>
          {of.state === 'given' ? w.quoteDrop : w.quoteCancel}
        </Button>
      )}
    </div>
  );
}

function isOpen({ state }: QuotationAsked): boolean {
  return state === 'asked' || state === 'given';
}
