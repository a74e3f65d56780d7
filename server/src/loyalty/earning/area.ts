import { HOUR_MS } from '../../platform/lib/clock.ts';
import { sweepSeen } from './sweep-seen.ts';
import type { Area } from '../../area.ts';

export const earning = {
  name: 'loyalty/earning',
  jobs: (deps) => [{ name: 'sweepSeen', everyMs: HOUR_MS, run: () => sweepSeen(deps) }],
} satisfies Area;
