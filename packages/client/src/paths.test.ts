import { describe, expect, it } from 'vitest';
import { idOfSegment } from '@okaeri/shared/paths';
import { hardIds } from '@okaeri/shared/testing/hard-ids';
import { createClient } from './client.ts';
import { createQuestionsClient } from './questions.ts';
import { createReviewWriter } from './review-writer.ts';
import { createReviewsClient } from './reviews.ts';

const asked: string[] = [];
const request = <T>(path: string): Promise<T> => {
  asked.push(path);
  // What is answered is not looked at.
  return Promise.resolve(undefined as T);
};
/** The names in the path of the last request, as a server reads them. */
const last = (): string[] =>
  new URL(`https://okaeri.example${asked.at(-1) ?? ''}`).pathname
    .split('/')
    .slice(1)
    .map((name) => idOfSegment(decodeURIComponent(name)));

describe('the client of the storefront', () => {
  it.each(hardIds(200))('asks about %j and nothing else', async (id) => {
    await createReviewsClient(request).list(id);
    expect(last()).toEqual(['products', id, 'reviews']);
    await createReviewWriter(request).appeal(id, 'Please');
    expect(last()).toEqual(['me', 'reviews', id, 'appeal']);
    await createQuestionsClient(request).list(id);
    expect(last()).toEqual(['products', id, 'questions']);
    await createClient(request, { publicKey: 'okr_pk_1' }).release(id);
    expect(last()).toEqual(['redemptions', id, 'release']);
  });
});
