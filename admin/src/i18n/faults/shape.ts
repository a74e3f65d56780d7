import type { ProblemCode } from '@okaeri/shared/errors';
import type { FieldFault } from '@okaeri/shared/field-faults';
import type { Messages } from '../shape.ts';

/** What a sentence is made with. */
export type FaultValues = Readonly<Record<string, string | undefined>>;
type Sentence = string | ((values: FaultValues) => string);

/** Refusals that are said without fetching anything: the server may not answer, or nobody is signed in. */
type KnownAtOnce = keyof Messages['faults'];

/** A sentence for every refusal and every fault of a field: a code that lacks one does not compile. */
export interface FaultWords {
  readonly problems: Readonly<Record<Exclude<ProblemCode, KnownAtOnce>, Sentence>>;
  readonly fields: Readonly<Record<FieldFault, Sentence>>;
  /** What is said in the place of `wrongForm`, by the name of the field. */
  readonly forms: Readonly<
    Record<
      'multiplier' | 'productUrl' | 'accent' | 'accentDark' | 'rates' | 'on' | 'currency',
      string
    >
  >;
}
