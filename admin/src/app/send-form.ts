import type { Problem } from '@okaeri/shared/errors';
import { AskError } from '../lib/ask.ts';
import { shopId } from './session.ts';

/** The names of a file's columns do not say enough. */
export class UnreadColumnsError extends AskError {
  readonly headers: readonly string[];
  constructor(code: AskError['code'], detail: string, headers: readonly string[]) {
    super(code, detail);
    this.headers = headers;
  }
}

/**
 * Sends a file with its options to the API, whose typed client knows no forms.
 *
 * @throws UnreadColumnsError where the columns of the file have to be said, else AskError with the problem's code
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
    throw new AskError('offline', String(error));
  });
  const told: unknown = await answer.json();
  if (answer.ok)
    // The route answers with what its caller names.
    return told as Answer;
  const problem = told as Problem & { headers?: readonly string[] };
  throw problem.headers === undefined
    ? new AskError(problem.code, problem.detail, problem.errors)
    : new UnreadColumnsError(problem.code, problem.detail, problem.headers);
};
