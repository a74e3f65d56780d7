import { describe, expect, it } from 'vitest';
import { forbidsRewards, tiesToPraise } from './review-channels.ts';

describe('points for going somewhere', () => {
  it.each([
    'https://www.trustpilot.com/evaluate/shop.example',
    'https://de.trustpilot.com/review/shop.example',
    'https://www.google.com/maps/place/x',
    'https://www.google.co.jp/maps/place/x',
    'https://g.page/r/abc/review',
    'https://search.google.com/local/writereview?placeid=x',
    'https://customerreviews.google.com/v/merchant?q=x',
    'https://www.amazon.co.jp/review/create-review',
    'https://www.yelp.com/biz/x',
  ])('are refused where a platform forbids them: %s', (url) => {
    expect(forbidsRewards(url)).toBe(true);
  });

  it.each([
    'https://bsky.app/profile/shop.example',
    'https://shop.example/trustpilot.com',
    'https://www.google.com/search?q=shop',
    'https://nottrustpilot.example/',
  ])('are fine elsewhere: %s', (url) => {
    expect(forbidsRewards(url)).toBe(false);
  });
});

describe('words about what a review is worth', () => {
  it.each([
    'Love it? Earn {points}!',
    '{points} for a five-star review',
    'Happy with it? {points} are yours.',
    '星5のレビューで{points}',
    '気に入ったら{points}',
    '{points} für fünf Sterne',
    '五星好评可得{points}',
  ])('may not tie points to praise: %s', (words) => {
    expect(tiesToPraise(words)).toBe(true);
  });

  it.each([
    '{points} for your review, whatever it says.',
    '内容にかかわらず、レビューで{points}を進呈します。',
    '{points} more with a photo.',
    '{points} für Ihre Bewertung, was immer sie sagt.',
    '无论内容如何，评价可得{points}。',
    '{points} مقابل تقييمك مهما قال.',
  ])('may say it of every review alike: %s', (words) => {
    expect(tiesToPraise(words)).toBe(false);
  });
});
