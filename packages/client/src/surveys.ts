import type { NextTouchAnswer, NextTouchInput } from '@okaeri/shared/contacts';
import type { MySurveys, ResponseInput, SurveyForm, SurveySent } from '@okaeri/shared/surveys';
import type { OwnQuotation, QuotationName } from '@okaeri/shared/quotations';
import { pathOf, segmentOf } from '@okaeri/shared/paths';
import type { Transport } from './transport.ts';

/** One survey in one wave. */
export interface SurveyKey {
  readonly surveyId: string;
  readonly wave: string;
}

/** What a shopper is asked. Every call may throw `OkaeriError`. */
export interface SurveysClient {
  /** What the page may show now. Asking takes it from the shopper's contact budget. */
  next(asked: NextTouchInput): Promise<NextTouchAnswer>;
  /** The shopper does not want to see it any more. */
  dismiss(touchId: string): Promise<void>;
  /** Surveys one may answer now or has answered and may still change. */
  mine(): Promise<MySurveys>;
  /** The form; what it offers is a fact from then on. */
  open(key: SurveyKey): Promise<SurveyForm>;
  /** The whole of what is answered. */
  answer(key: SurveyKey, given: Partial<ResponseInput>): Promise<SurveySent>;
  withdraw(key: SurveyKey): Promise<void>;
  /**
   * Lets the shop quote what one said, under a name one chooses. `as` is that name as it was shown: where it is another
   * by now, nothing is agreed to (409 `quotationNotPossible`).
   */
  agreeToQuotation(id: string, name: QuotationName, as?: string | null): Promise<OwnQuotation>;
  /** Says no, or takes a yes back. */
  refuseQuotation(id: string): Promise<void>;
}

/** Makes the part of a client that is about surveys. */
export const createSurveysClient = (request: Transport): SurveysClient => {
  const at = ({ surveyId, wave }: SurveyKey): string => `/me/surveys${pathOf(surveyId, wave)}`;
  const quotation = (id: string): string => `/me/quotations/${segmentOf(id)}`;
  return {
    next: (body) => request('/me/touches/next', { method: 'POST', body, personal: true }),
    dismiss: (id) =>
      request(`/me/touches/${segmentOf(id)}/dismiss`, { method: 'POST', personal: true }),
    mine: () => request('/me/surveys', { personal: true }),
    open: (key) => request(`${at(key)}/open`, { method: 'POST', personal: true }),
    answer: (key, body) => request(at(key), { method: 'PUT', body, personal: true }),
    withdraw: (key) => request(at(key), { method: 'DELETE', personal: true }),
    agreeToQuotation: (id, name, as) =>
      request(quotation(id), { method: 'PUT', body: { name, as }, personal: true }),
    refuseQuotation: (id) => request(quotation(id), { method: 'DELETE', personal: true }),
  };
};
