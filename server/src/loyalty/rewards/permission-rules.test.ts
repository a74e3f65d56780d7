import { expect, it } from 'vitest';
import { documentWith } from '../../testing/rule-inputs.ts';
import { refusedFor } from './permission-rules.ts';

it.each([
  ['a member', 'member', null, 'explicit', undefined],
  ['a guest, where signing in is enough', 'guest', null, 'automatic', undefined],
  ['a guest, where joining is asked', 'guest', null, 'explicit', 'Join the programme first.'],
  ['somebody blocked', 'blocked', null, 'automatic', 'Ask the shop about it.'],
  ['somebody blocked who has left', 'blocked', 0, 'automatic', 'Ask the shop about it.'],
  ['somebody who has left', 'member', 0, 'automatic', 'This shopper has left the programme.'],
] as const)(
  'why %s can redeem nothing is said, or nothing',
  (...[, status, erasedAt, enrolment, detail]) => {
    expect(refusedFor({ status, erasedAt }, documentWith({ enrolment }))?.detail).toBe(detail);
  },
);

it.each([
  ['blocked', 'shopperBlocked'],
  ['guest', 'notEnrolled'],
])('somebody %s is refused with the code %s', (status, code) => {
  const document = documentWith({ enrolment: 'explicit' });
  expect(refusedFor({ status, erasedAt: null }, document)?.code).toBe(code);
});
