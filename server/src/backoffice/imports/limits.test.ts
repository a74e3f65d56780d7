import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactSettings } from '@okaeri/shared/contacts';
import { LIMITS } from '@okaeri/shared/limits';
import { proof } from '@okaeri/shared/proof';
import { answerInput, questionInput } from '@okaeri/shared/questions';
import { reviewSettings } from '@okaeri/shared/review-settings';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe('the limits of what is asked, answered and settled', () => {
  const taken = (schema: { safeParse(value: unknown): { success: boolean } }, value: object) =>
    schema.safeParse(value).success;

  it('hold at their edges', () => {
    const words = (count: number): object => ({ body: '語'.repeat(count) });
    expect(taken(questionInput, words(LIMITS.questionMax))).toBe(true);
    expect(taken(questionInput, words(LIMITS.questionMax + 1))).toBe(false);
    expect(taken(questionInput, words(0))).toBe(false);
    expect(taken(answerInput, words(LIMITS.answerMax))).toBe(true);
    expect(taken(answerInput, words(LIMITS.answerMax + 1))).toBe(false);
    expect(taken(contactSettings, { daysBetween: LIMITS.contactDaysMax })).toBe(true);
    expect(taken(contactSettings, { daysBetween: LIMITS.contactDaysMax + 1 })).toBe(false);
    expect(taken(contactSettings, { perMonth: LIMITS.contactsPerMonthMax })).toBe(true);
    expect(taken(contactSettings, { perMonth: LIMITS.contactsPerMonthMax + 1 })).toBe(false);
    expect(taken(contactSettings, { perMonth: 0 })).toBe(false);
    expect(taken(contactSettings, { quietHours: { from: 23, to: 24 } })).toBe(false);
    expect(taken(reviewSettings, { reminders: LIMITS.requestRemindersMax })).toBe(true);
    expect(taken(reviewSettings, { reminders: LIMITS.requestRemindersMax + 1 })).toBe(false);
    const challenge = 'x'.repeat(LIMITS.proofLengthMax);
    expect(taken(proof, { challenge, solution: 0 })).toBe(true);
    expect(taken(proof, { challenge: `${challenge}x`, solution: 0 })).toBe(false);
    expect(taken(proof, { challenge, solution: -1 })).toBe(false);
  });
});

describe.each(ENGINES)('the limits of an import, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const preview = async (rows: readonly string[]): Promise<Record<string, unknown>> => {
    const body = new FormData();
    const file = ['product_id,rating,body,date', ...rows].join('\n');
    body.set('file', new File([file], 'reviews.csv'));
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    const path = '/v1/reviews/imports/preview';
    const answer = await world.request(path, { method: 'POST', headers, body });
    return (await answer.json()) as Record<string, unknown>;
  };
  const rowsOf = (count: number, rating = 5): string[] =>
    Array.from({ length: count }, (_, index) => `p,${rating},Number ${index},2024-01-01`);

  it('hold at their edges', async () => {
    expect(await preview(rowsOf(LIMITS.importRowsMax))).toMatchObject({
      ready: LIMITS.importRowsMax,
    });
    expect(await preview(rowsOf(LIMITS.importRowsMax + 1))).toMatchObject({
      code: 'importNotReadable',
    });
    const wrong = await preview(rowsOf(LIMITS.importFaultsMax + 1, 9));
    expect(wrong).toMatchObject({ refused: LIMITS.importFaultsMax + 1 });
    expect(wrong['faults']).toHaveLength(LIMITS.importFaultsMax);
    const body = new FormData();
    body.set('file', new File([new Uint8Array(LIMITS.importBytesMax + 1)], 'reviews.csv'));
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    const path = '/v1/reviews/imports';
    const large = await world.request(path, { method: 'POST', headers, body });
    expect(large.status).toBe(413);
  });
});
