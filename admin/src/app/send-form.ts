import type { Problem } from '@okaeri/shared/errors';
import { ApiError } from '../lib/request.ts';
import { shopId } from './session.ts';

/** What else has to be said of a file, so that it can be read. */
export type Asked = 'encoding' | 'dateOrder';

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
  const told: unknown = await answer.json();
  if (answer.ok)
    // The route answers with what its caller names.
    return told as Answer;
  const problem = told as Problem & { headers?: readonly string[]; asks?: Asked };
  const { headers: columns, asks } = problem;
  throw columns === undefined && asks === undefined
    ? new ApiError(problem.code, problem.detail, problem.errors)
    : new UnreadFileError(problem, columns ?? [], asks ?? null);
};
