import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import type { ChangedBy, FieldError, Problem, ProblemCode } from '@okaeri/shared/errors';
import { loadFaultWords } from '../i18n/fault-words.ts';

/** The server said no, or nothing: `offline` where it could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode | 'offline';
  readonly errors: readonly FieldError[];
  /** What the problem named beside its code, such as how many points are missing. */
  readonly values: Readonly<Record<string, unknown>>;
  /** `detail` is for developers: people are told what `faultText` makes of the code. */
  constructor(
    code: ApiError['code'],
    detail: string,
    errors: readonly FieldError[] = [],
    values: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.code = code;
    this.errors = errors;
    this.values = values;
  }
}

/** What a request answers when it is answered well. */
export type SuccessBody<R> =
  R extends ClientResponse<infer Body, infer Status, infer Format>
    ? Status extends SuccessStatusCode
      ? Format extends 'json'
        ? Body
        : null
      : never
    : never;

/** What was told beside the body. */
export interface WithEtag<Body> {
  readonly body: Body;
  /** Names this state of a document; to be sent back as `If-Match`. */
  readonly etag: string;
}

/**
 * Sends a request of the typed client.
 *
 * @throws ApiError with the problem's code
 */
export const requestWithEtag = async <R extends ClientResponse<unknown>>(
  sent: Promise<R>,
): Promise<WithEtag<SuccessBody<R>>> => {
  const response = await reached(sent);
  const body = await bodyOf(response);
  if (response.ok)
    // The types of the routes say what a good answer is.
    return { body: body as SuccessBody<R>, etag: response.headers.get('etag') ?? '' };
  await loadFaultWords();
  throw errorOf(response.status, body);
};

/** What a refusal says, as an error to throw; `body` is whatever came with it. */
export const errorOf = (status: number, body: unknown): ApiError =>
  isProblem(body)
    ? new ApiError(body.code, body.detail, body.errors, { ...body })
    : new ApiError('internal', `The server answered ${status}.`);

/** What an answer that is none of the good ones says, as an error to throw. */
export const refusalOf = async (response: Response): Promise<ApiError> => {
  await loadFaultWords();
  return errorOf(response.status, await response.json().catch(() => null));
};

/** Who has changed meanwhile what was to be changed, where the refusal says it. */
export const changedBy = ({ values }: ApiError): ChangedBy | null =>
  // As the API has it: `Problem`.
  (values['changedBy'] as ChangedBy | null | undefined) ?? null;

/** Whether a body says why a request was refused. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string';

/** The same, where only the body matters. */
export const request = async <R extends ClientResponse<unknown>>(
  sent: Promise<R>,
): Promise<SuccessBody<R>> => (await requestWithEtag(sent)).body;

async function reached<R>(sent: Promise<R>): Promise<R> {
  try {
    return await sent;
  } catch (error) {
    throw new ApiError('offline', error instanceof Error ? error.message : String(error));
  }
}

async function bodyOf(response: ClientResponse<unknown>): Promise<unknown> {
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return isJson ? response.json() : null;
}
