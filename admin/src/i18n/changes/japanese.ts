import { changeLabels } from './ja-labels.ts';
import { changes } from './ja.ts';

/** Both files as one chunk. */
export const words = { changes, changeLabels };
