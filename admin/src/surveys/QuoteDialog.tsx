import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { QuotationInput } from '@okaeri/shared/quotations';
import type { SurveyResponse } from '@okaeri/shared/survey-results';
import type { Theme } from '@okaeri/shared/themes';
import { messages } from '../i18n/messages.ts';
import { AreaField, SelectField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { saidIn, wordsOf } from './score-text.ts';

/** Asks the author of a comment whether some of its words may be shown beside what came of a theme. */
export const QuoteDialog = (props: {
  of: SurveyResponse;
  /** Themes of the comment: what it is shown beside. */
  themes: readonly Theme[];
  onAsk: (themeId: string, asked: QuotationInput) => Promise<boolean>;
  onClose: () => void;
}): JSX.Element => {
  const { of, themes, onAsk, onClose } = props;
  const said = saidIn(of);
  const themeId = useSignal(themes[0]?.id ?? '');
  const questionId = useSignal(said[0]?.questionId ?? '');
  const text = useSignal(cut(said[0]?.text ?? ''));
  const days = useSignal('730');
  const isBusy = useSignal(false);
  const w = messages().surveys;
  const source = said.find((one) => one.questionId === questionId.value)?.text ?? '';
  const isTheirs = text.value.trim() !== '' && source.includes(text.value.trim());
  const ask = async (): Promise<void> => {
    isBusy.value = true;
    const asked = { questionId: questionId.value, text: text.value.trim() };
    const isAsked = await onAsk(themeId.value, { ...asked, days: Number(days.value) });
    isBusy.value = false;
    if (isAsked) onClose();
  };
  return (
    <FormDialog
      title={w.quoteTitle}
      action={w.quoteAsk}
      busy={isBusy.value}
      blocked={!isTheirs && w.quoteNotTheirs}
      onClose={onClose}
      onSubmit={() => void ask()}
    >
      <p>{w.quoteText}</p>
      {themes.length > 1 && (
        <SelectField<string>
          label={w.quoteBeside}
          value={themeId.value}
          options={Object.fromEntries(themes.map(({ id, name }) => [id, wordsOf(name, id)]))}
          onValue={(next) => (themeId.value = next)}
        />
      )}
      {said.length > 1 && (
        <SelectField<string>
          label={w.quoteAnswer}
          value={questionId.value}
          options={Object.fromEntries(said.map((one) => [one.questionId, cut(one.text, 60)]))}
          onValue={(next) => {
            questionId.value = next;
            text.value = cut(said.find((one) => one.questionId === next)?.text ?? '');
          }}
        />
      )}
      <AreaField
        label={w.quoteWords}
        hint={w.quoteWordsHint}
        value={text.value}
        maxLength={LIMITS.quotationTextMax}
        fault={isTheirs || text.value.trim() === '' ? undefined : w.quoteNotTheirs}
        onValue={(next) => (text.value = next)}
      />
      <SelectField<string>
        label={w.quoteFor}
        value={days.value}
        options={w.quoteDays}
        onValue={(next) => (days.value = next)}
      />
    </FormDialog>
  );
};

/** Whole sentences of an answer, or as much of it as may be quoted. */
function cut(text: string, most: number = LIMITS.quotationTextMax): string {
  return text.length <= most ? text : text.slice(0, most).replace(/\s+\S*$/u, '');
}
