import type { OwnQuotation, ThemeQuotations } from '@okaeri/shared/quotations';
import type { SurveyResponse, SurveyResponses } from '@okaeri/shared/survey-results';
import type { MySurveys } from '@okaeri/shared/surveys';
import type { World } from './world.ts';

/** What a shop asks to quote, and what the authors of answers say to it. */
export interface QuotationActs {
  /** The newest response of somebody. */
  readonly responseOf: (who: string) => Promise<SurveyResponse>;
  readonly tie: (responseId: string, themeIds: readonly string[]) => Promise<Response>;
  readonly ask: (responseId: string, text: string, more?: object) => Promise<Response>;
  readonly mine: (who: string) => Promise<MySurveys>;
  /** The one thing the shop would quote of somebody. */
  readonly asked: (who: string) => Promise<OwnQuotation>;
  readonly agree: (who: string, id: string, name?: string) => Promise<Response>;
  readonly refuse: (who: string, id: string) => Promise<Response>;
  /** What leaves by the API for the shop's pages. */
  readonly standing: () => Promise<ThemeQuotations['items']>;
}

/** Of the survey `nps` and the theme `packaging`. */
export const quotationActsOf = (world: World): QuotationActs => {
  const read = async <T>(answer: Response | Promise<Response>): Promise<T> => {
    const given = await answer;
    if (!given.ok) throw new Error(await given.text());
    return (await given.json()) as T;
  };
  const as = async (who: string, method: string, path: string, body?: unknown) =>
    world.storefront(method, path, {
      token: await world.token(who),
      ...(body !== undefined && { body }),
    });
  const responses = '/v1/surveys/nps/responses';
  const mine: QuotationActs['mine'] = async (who) => read(as(who, 'GET', '/me/surveys'));
  return {
    async responseOf(who) {
      const { items } = await read<SurveyResponses>(world.merchant('GET', responses));
      const found = items.find(({ shopperId }) => shopperId === who);
      if (found === undefined) throw new Error(`${who} has not answered.`);
      return found;
    },
    tie: (id, themeIds) => world.merchant('PUT', `${responses}/${id}/themes`, { themeIds }),
    ask: (id, text, more = {}) =>
      world.merchant('PUT', `${responses}/${id}/quotations/packaging`, {
        questionId: 'more',
        text,
        ...more,
      }),
    mine,
    async asked(who) {
      const [first] = (await mine(who)).quotations;
      if (first === undefined) throw new Error(`Nothing is asked of ${who}.`);
      return first;
    },
    agree: (who, id, name = 'firstName') => as(who, 'PUT', `/me/quotations/${id}`, { name }),
    refuse: (who, id) => as(who, 'DELETE', `/me/quotations/${id}`),
    standing: async () =>
      (await read<ThemeQuotations>(world.merchant('GET', '/v1/themes/packaging/quotations'))).items,
  };
};
