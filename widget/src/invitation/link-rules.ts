import type { SurveyKey } from '@okaeri/client/surveys';

/** What stands behind the `#` of a link in an e-mail: `{token}&score={score}`. */
interface SurveyLink {
  readonly token: string;
  /** The survey and wave the link is good for, as it says itself; null where it is none of ours. */
  readonly key: SurveyKey | null;
  /** The point that was tapped in the e-mail. */
  readonly score: number | null;
}

/** Reads a link. What it says of itself is only where to ask: the server looks at its signature. */
export const readLink = (fragment: string): SurveyLink => {
  const [token = '', ...rest] = fragment.split('&');
  const score = Number(new URLSearchParams(rest.join('&')).get('score') ?? Number.NaN);
  return { token, key: keyOf(token), score: Number.isInteger(score) ? score : null };
};

function keyOf(token: string): SurveyKey | null {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(
      atob(payload.replaceAll('-', '+').replaceAll('_', '/')),
      (character) => character.codePointAt(0) ?? 0,
    );
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const { id, wave } = (read as { survey: { id: unknown; wave: unknown } }).survey;
    return typeof id === 'string' && typeof wave === 'string' ? { surveyId: id, wave } : null;
  } catch {
    return null;
  }
}
