import { changeLabels } from './en-labels.ts';
import { changes } from './en.ts';

/** Both files as one chunk. */
export const words = { changes, changeLabels };
