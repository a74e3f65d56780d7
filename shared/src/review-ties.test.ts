import { expect, it } from 'vitest';
import { tiesToReview } from './review-channels.ts';

it.each([
  'If you change your review, we give you 500 points.',
  'We will refund you once you have removed the review.',
  'Please take your review down. Then we send you a voucher.',
  'Could you make it five stars? We would send you a gift.',
  'Wenn Sie Ihre Bewertung ändern, erhalten Sie einen Gutschein.',
  'レビューを修正していただければ、500ポイントを差し上げます。',
  '星5つにしていただけますか。',
  'Si supprimez votre avis, nous vous remboursons.',
  '修改评价后，我们会退款。',
])('"%s" ties something to a review (E47)', (words) => {
  expect(tiesToReview(words)).toBe(true);
});

it.each([
  'Thank you for your review. We are happy to send you a new box.',
  'We have changed the box. A refund is on its way.',
  'I read your review and am sorry about the box.',
  'レビューをありがとうございます。新しい箱をお送りします。',
  'I have given you 200 points, whatever you think of us.',
])('"%s" ties nothing to one (E47)', (words) => {
  expect(tiesToReview(words)).toBe(false);
});
