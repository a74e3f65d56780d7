import type { OwnQuotation, QuotationInput, QuotationName } from '@okaeri/shared/quotations';
import type { AnswerRow } from './response-tables.ts';
import type { QuotationRow } from './quotation-tables.ts';

/** Whether an answer has these words, in one piece and as they were written. */
export const hasWords = (
  answers: readonly Pick<AnswerRow, 'questionId' | 'valueText'>[],
  { questionId, text }: Pick<QuotationRow, 'questionId' | 'text'>,
): boolean =>
  text !== '' &&
  answers.some(
    (answer) => answer.questionId === questionId && answer.valueText?.includes(text) === true,
  );

/** Whether its author may be asked, or may take their yes back. */
export const isOpen = (
  { state, endsAt }: Pick<QuotationRow, 'state' | 'endsAt'>,
  now: number,
): boolean => (state === 'asked' || state === 'given') && now < endsAt;

/** Whether its author does not want to be quoted: a no holds for the whole answer, and is not asked about again. */
export const isDeclined = ({ state }: Pick<QuotationRow, 'state'>): boolean =>
  state === 'refused' || state === 'withdrawn';

/** Whether this is what is asked, or was agreed to, already. */
export const stillStands = (
  known: Pick<QuotationRow, 'state' | 'endsAt' | 'questionId' | 'text'>,
  asked: Pick<QuotationInput, 'questionId' | 'text'>,
  now: number,
): boolean =>
  known.questionId === asked.questionId && known.text === asked.text && isOpen(known, now);

/** The names somebody may be quoted under, besides none. */
export const namesOf = (name: string | null): OwnQuotation['names'] => {
  const parts = (name ?? '').trim().split(/\s+/u);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (first === '') return {};
  // Where family names come first, a name without a space between does not say where it begins; nor has it initials.
  if (FAMILY_FIRST.test(name ?? '')) return parts.length === 1 ? {} : { firstName: last };
  const initials = parts.length === 1 ? [first] : [first, last];
  return { firstName: first, initials: initials.map(initialOf).join(' ') };
};

/** The name that was chosen; null for none, also where there is none of that kind. */
export const nameFor = (chosen: QuotationName, name: string | null): string | null =>
  chosen === 'none' ? null : (namesOf(name)[chosen] ?? null);

const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function initialOf(part: string): string {
  const [letter] = new Intl.Segmenter().segment(part);
  return `${letter?.segment.toUpperCase() ?? ''}.`;
}
