import { describe, expect, it } from 'vitest';
import { plainEmail } from './referral-rules.ts';

describe('two addresses', () => {
  it.each([
    ['a.da@gmail.com', 'ada@gmail.com'],
    ['ada@googlemail.com', 'a.d.a+x@GMAIL.com'],
    ['ada+shop@example.com', 'Ada@example.com'],
    ['ada@müller.de', 'ada+1@xn--mller-kva.de'],
  ])('are alike: %s and %s', (one, other) => {
    expect(plainEmail(one)).toBe(plainEmail(other));
  });

  it.each([
    ['a.da@example.com', 'ada@example.com'],
    ['taro..y@docomo.ne.jp', 'taroy@docomo.ne.jp'],
    ['ada@gmail.com', 'ada@gmail.co'],
    ['a.da@mail.gmail.com.example', 'ada@mail.gmail.com.example'],
  ])('are not alike: %s and %s', (one, other) => {
    expect(plainEmail(one)).not.toBe(plainEmail(other));
  });
});
