import { expect, it } from 'vitest';
import { referenceIn } from './reference-rules.ts';

it('finds the name under which a fault was logged, and none where nothing was', () => {
  const detail = 'Nothing was changed. It has been logged as 01M8MTF3N4KJM0R17KKAC2AK4P.';
  expect(referenceIn(detail)).toBe('01M8MTF3N4KJM0R17KKAC2AK4P');
  expect(referenceIn('Nothing was changed; try again shortly.')).toBeUndefined();
});
