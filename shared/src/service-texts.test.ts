import { describe, expect, it } from 'vitest';
import { offersSomething } from './service-texts.ts';

describe('words of a service message (E22)', () => {
  it.each([
    'You have {points} points, and {reward} waits for you.',
    'Now for {priceMinor}',
    'Look at {ProductTitle}',
    'See https://shop.example/sale',
    'See HTTP://shop.example',
    'More on www.shop.example',
    'More at haru-coffee.jp',
    'More at shop.example/sale',
    '20% off',
    '２０％オフ',
    'خصم ٢٠٪',
    'Only $5',
    'Only 5 €',
    'Only 5\u00a0€',
    'USD 12 for you',
    'für 12 EUR',
    '500円引き',
    '￥５００',
    '3万円',
    '₩1000',
    '10元',
    '二千円オフ',
    '百円引き',
    '20\u200b€',
    '5\u00ad00円',
    'Look at {re\u200bward}',
    'only eur 20',
    '20 usd for you',
  ])('"%s" offers something', (words) => {
    expect(offersSomething(words)).toBe(true);
  });

  it.each([
    'I want news and offers by e-mail. I can stop it any time.',
    'Your {points} points are over on {day}.',
    'You are {tier} since 2026.',
    'メールでお知らせを受け取ります。',
    '一元管理しております。',
    '関東一円にお届けします。',
    'Try 2 of our top 10, all 5 of us cup 1 tea.',
    'We call you at 10. THE 3 of us answer.',
    'Write to ada@shop.example.',
    'In 2 days, e.g. on Monday.',
    'Prices are in USD.',
  ])('"%s" offers nothing', (words) => {
    expect(offersSomething(words)).toBe(false);
  });
});
