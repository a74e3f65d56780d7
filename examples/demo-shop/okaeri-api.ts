import type { OrderAnswer, OrderState } from '@okaeri/shared/orders';
import type { BatchedProduct } from '@okaeri/shared/products';
import type { VoucherAnswer } from '@okaeri/shared/redemptions';
import type { z } from 'zod';
import type { orderState } from '@okaeri/shared/orders';

/** The calls a merchant's backend makes. */
export interface OkaeriApi {
  /** Tells the present states of products; told again, nothing changes. */
  putProducts(products: readonly BatchedProduct[]): Promise<unknown>;
  putOrder(orderId: string, state: z.input<typeof orderState>): Promise<OrderAnswer>;
  validateVoucher(
    code: string,
    basket: { currency: string; basketMinor: number; shopperId: string | null },
  ): Promise<VoucherAnswer>;
  /** A shopper's own act, with the token the shop has signed for them. */
  writeReview(token: string, productId: string, review: unknown): Promise<{ id: string }>;
  /** Asks about a product; the same words again are the same question. */
  askQuestion(token: string, productId: string, question: unknown): Promise<{ id: string }>;
  /** The shop's answer to a question; the same again is the same. */
  answerQuestion(questionId: string, answer: unknown): Promise<unknown>;
  /** The shop's public answer to a review. */
  replyToReview(reviewId: string, text: string): Promise<unknown>;
  /** The cases of a shopper. */
  listCasesOf(shopperId: string): Promise<{ items: readonly { reason: string }[] }>;
  /** A request for help, as the shopper sends it. */
  askForHelp(token: string, help: unknown): Promise<{ id: string }>;
  /** What the shop does about a case: a reply, a note. */
  writeCaseEntry(caseId: string, entry: unknown): Promise<unknown>;
  /** Saves a document of the shop while nobody has changed it. */
  saveOnce(path: string, firstTag: string, document: unknown): Promise<void>;
  /** Makes a survey and starts it; one that is there goes on as it is. */
  runSurvey(surveyId: string, survey: unknown): Promise<void>;
  /** A shopper's answer to the survey, in the wave they are asked; nothing where they are not. */
  answerSurvey(token: string, surveyId: string, answers: unknown): Promise<void>;
  /** What answers are about; themes that are there stay as the shop has them. Whether they are new. */
  makeThemes(themes: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Says what the shop did about a theme: those who raised it are told. */
  tellOutcome(themeId: string, text: unknown): Promise<unknown>;
  /** Asks a shopper to be quoted beside a theme, who says yes without a name; nothing where that was asked before. */
  quote(token: string, of: { surveyId: string; themeId: string; text: string }): Promise<void>;
  /** What time it is in the shop: a sandbox may be ahead. */
  readClock(): Promise<{ now: string }>;
  /** Only a sandbox shop's clock can be moved. */
  advanceClock(byMs: number): Promise<{ now: string }>;
}

export type { OrderState };

/** A merchant's client of Okaeri's API, as plain as can be. */
export const createOkaeriApi = (
  apiUrl: string,
  { publicKey, secretKey }: { publicKey: string; secretKey: string },
): OkaeriApi => {
  const send = async <T>(
    method: string,
    path: string,
    {
      bearer,
      body,
      ifMatch,
      once,
    }: {
      bearer: string;
      body?: unknown;
      ifMatch?: string;
      once?: true;
    },
  ): Promise<T> => {
    const answer = await fetch(apiUrl + path, {
      method,
      headers: {
        Authorization: `Bearer ${bearer}`,
        'Content-Type': 'application/json',
        ...(once && { 'Idempotency-Key': crypto.randomUUID() }),
        ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    send(method, `/v1${path}`, { bearer: secretKey, body });
  return {
    putProducts: (products) => call('POST', '/products/batch', { products }),
    putOrder: (orderId, state) => call('PUT', `/orders/${encodeURIComponent(orderId)}`, state),
    validateVoucher: (code, basket) =>
      call('POST', `/vouchers/${encodeURIComponent(code)}/validate`, basket),
    writeReview: (token, productId, body) =>
      send('PUT', `/storefront/v1/${publicKey}/me/reviews/${encodeURIComponent(productId)}`, {
        bearer: token,
        body,
      }),
    askQuestion: (token, productId, body) =>
      send('POST', `/storefront/v1/${publicKey}/products/${productId}/questions`, {
        bearer: token,
        body,
      }),
    answerQuestion: (questionId, body) => call('POST', `/questions/${questionId}/answers`, body),
    replyToReview: (reviewId, text) =>
      call('PUT', `/reviews/${encodeURIComponent(reviewId)}/reply`, { text }),
    ...casesOf({ call, send, publicKey, secretKey }),
    async saveOnce(path, firstTag, document) {
      const answer = await fetch(`${apiUrl}/v1${path}`, {
        headers: { Authorization: `Bearer ${secretKey}` },
      });
      if (answer.headers.get('etag') !== firstTag) return;
      await send('PUT', `/v1${path}`, { bearer: secretKey, body: document, ifMatch: firstTag });
    },
    ...surveysOf({ call, send, publicKey, secretKey }),
    readClock: () => call('GET', '/clock'),
    advanceClock: (byMs) => call('POST', '/clock/advance', { byMs }),
  };
};

/** What the shop asks of its shoppers. */
function surveysOf({
  call,
  send,
  publicKey,
  secretKey,
}: Parts): Pick<OkaeriApi, 'runSurvey' | 'answerSurvey' | 'makeThemes' | 'tellOutcome' | 'quote'> {
  return {
    async makeThemes(themes) {
      const { items } = await call<{ items: readonly unknown[] }>('GET', '/themes');
      if (items.length > 0) return false;
      for (const [id, theme] of Object.entries(themes)) await call('PUT', `/themes/${id}`, theme);
      return true;
    },
    tellOutcome: (themeId, text) =>
      call('POST', `/themes/${themeId}/outcome`, { state: 'done', text }),
    async quote(token, { surveyId, themeId, text }) {
      const responses = `/surveys/${surveyId}/responses`;
      const { items } = await call<{
        items: readonly { id: string; answers: Record<string, unknown>; quotations: unknown[] }[];
      }>('GET', `${responses}?theme=${themeId}`);
      for (const { id, answers, quotations } of items)
        for (const [questionId, said] of Object.entries(answers))
          if (said === text && quotations.length === 0)
            await call('PUT', `${responses}/${id}/quotations/${themeId}`, { questionId, text });
      const own = `/storefront/v1/${publicKey}/me`;
      const asked = await send<{ quotations: readonly { id: string }[] }>('GET', `${own}/surveys`, {
        bearer: token,
      });
      for (const { id } of asked.quotations)
        await send('PUT', `${own}/quotations/${id}`, { bearer: token, body: { name: 'none' } });
    },
    async runSurvey(surveyId, survey) {
      const path = `/surveys/${encodeURIComponent(surveyId)}`;
      // The tag of what is not there yet: one that is there stays as the shop has it.
      await onlyFirst(
        send('PUT', `/v1${path}`, { bearer: secretKey, body: survey, ifMatch: '"s0"' }),
      );
      await onlyFirst(call('POST', `${path}/start`));
    },
    async answerSurvey(token, surveyId, answers) {
      const own = `/storefront/v1/${publicKey}/me`;
      // As a page of the shop does: it asks what it may show, and so the log of contacts has it.
      const { touch } = await send<{ touch: { wave: string } | null }>(
        'POST',
        `${own}/touches/next`,
        { bearer: token, body: { kinds: ['survey'], surveyId } },
      );
      if (touch === null) return;
      const path = `${own}/surveys/${surveyId}/${touch.wave}`;
      await send('PUT', path, { bearer: token, body: { answers } });
    },
  };
}

/** Goes on where something is there already: the shop may have changed it since. */
async function onlyFirst(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (!String(error).includes('preconditionFailed') && !String(error).includes('surveyClosed'))
      throw error;
  }
}

type Send = <T>(
  method: string,
  path: string,
  of: { bearer: string; body?: unknown; ifMatch?: string; once?: true },
) => Promise<T>;

/** What the calls are made with. */
interface Parts {
  readonly call: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  readonly send: Send;
  readonly publicKey: string;
  readonly secretKey: string;
}

/** What people ask for, and what the shop does about it. */
function casesOf(by: Parts): Pick<OkaeriApi, 'listCasesOf' | 'askForHelp' | 'writeCaseEntry'> {
  const { call, send, publicKey, secretKey } = by;
  return {
    listCasesOf: (shopperId) => call('GET', `/cases?shopperId=${encodeURIComponent(shopperId)}`),
    askForHelp: (token, body) =>
      send('POST', `/storefront/v1/${publicKey}/me/cases`, { bearer: token, body, once: true }),
    writeCaseEntry: (caseId, body) =>
      send('POST', `/v1/cases/${encodeURIComponent(caseId)}/entries`, {
        bearer: secretKey,
        body,
        once: true,
      }),
  };
}
