import type { Widen } from '../shape.ts';
import type { changes } from './en.ts';
import type { changeLabels } from './en-labels.ts';

/** What is said of the differences between two states of a document. */
export interface ChangeWords {
  readonly changes: Widen<typeof changes>;
  readonly changeLabels: Widen<typeof changeLabels>;
}
