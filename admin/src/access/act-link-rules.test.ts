import { describe, expect, it } from 'vitest';
import { linkOfAct } from './act-link-rules.ts';

describe('the page of what an act was about', () => {
  it.each([
    ['POST /v1/shoppers/:shopperId/adjustments', 'c 1', '/shoppers/c%201'],
    ['DELETE /v1/shoppers/:shopperId', 'a#b', '/shoppers/a%23b'],
    ['DELETE /v1/guests/:shopperId', '01K', '/guests/01K'],
    ['PUT /v1/orders/:orderId', '#1001', '/orders/%231001'],
    ['POST /v1/redemptions/:redemptionId/void', 'r1', '/codes/r1'],
    ['POST /v1/reviews/:reviewId/decision', '7', '/reviews/all/7'],
    ['POST /v1/questions/:postId/decision', 'q', '/questions/all/q'],
    ['PUT /v1/questions/:questionId/answers/:answerId', 'q a', '/questions/all/q'],
    ['POST /v1/surveys/:surveyId/start', 'nps', '/surveys/nps'],
    ['POST /v1/cases/:caseId/entries', 'k', '/cases/k'],
  ])('of "%s" on "%s" is %s', (operation, subject, link) => {
    expect(linkOfAct(operation, subject)).toBe(link);
  });

  it.each([
    ['nothing is named', 'POST /v1/shoppers/:shopperId/adjustments', null],
    ['the thing has no page', 'DELETE /v1/keys/:keyId', 'k1'],
    ['the path only begins alike', 'POST /v1/reviews/imports', 'x'],
    [
      'it is not known where the first of two ids ends',
      'POST /v1/shoppers/:shopperId/adjustments/:adjustmentId/undo',
      'c 1 adj_1',
    ],
  ])('is none where %s', (_where, operation, subject) => {
    expect(linkOfAct(operation, subject)).toBeNull();
  });
});
