import type { Problem } from '@okaeri/shared/errors';
import { ApiError, errorOf, isProblem } from '../lib/request.ts';
import { shopId } from './session.ts';

const ASKED = ['encoding', 'dateOrder'] as const;

/** What else has to be said of a file, so that it can be read. */
export type Asked = (typeof ASKED)[number];

/** Something has to be said of a file, so that it can be read: which column is what, or how it is written. */
export class UnreadFileError extends ApiError {
  /** Its columns, where their names do not say enough. */
  readonly headers: readonly string[];
  readonly asks: Asked | null;
  constructor(problem: Problem, headers: readonly string[], asks: Asked | null) {
    super(problem.code, problem.detail);
    this.headers = headers;
    this.asks = asks;
  }
}

/**
 * Sends a file with its options to the API, whose typed client knows no forms.
 *
 * @throws UnreadFileError where something of the file has to be said, else ApiError with the problem's code
 */
export const sendForm = async <Answer>(
  path: string,
  file: File,
  options: unknown,
): Promise<Answer> => {
  const body = new FormData();
  body.set('file', file);
  body.set('options', JSON.stringify(options));
  const headers = { 'Okaeri-Shop': shopId.value ?? '' };
  const sent = fetch(`/v1${path}`, { method: 'POST', headers, body });
  const answer = await sent.catch((error: unknown) => {
    throw new ApiError('offline', String(error));
  });
  // The route answers with what its caller names.
  if (answer.ok) return (await answer.json()) as Answer;
  const refused: unknown = await answer.json().catch(() => null);
  throw (isProblem(refused) ? unreadFileOf(refused) : undefined) ?? errorOf(answer.status, refused);
};

/** The refusal of a file of which something has to be said; undefined where it was refused for another reason. */
function unreadFileOf(body: Problem): UnreadFileError | undefined {
  const headers =
    'headers' in body && Array.isArray(body.headers) ? body.headers.map(String) : undefined;
  const asks = 'asks' in body ? ASKED.find((one) => one === body.asks) : undefined;
  return headers === undefined && asks === undefined
    ? undefined
    : new UnreadFileError(body, headers ?? [], asks ?? null);
}
