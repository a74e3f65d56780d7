import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id, localizedText } from './values.ts';

/** What a survey measures; every kind but `custom` has scales of its own and a score. */
export const surveyKind = z.enum(['nps', 'csat', 'ces', 'loyalty', 'custom']);
export type SurveyKind = z.infer<typeof surveyKind>;

const common = {
  id,
  text: localizedText,
  /** Needed before the answers are complete. */
  required: z.boolean().default(false),
  /** Shown only while the answer to an earlier question fits. */
  showIf: z
    .strictObject({
      questionId: id,
      /** `includes` is for choices, the others are for scales. */
      op: z.enum(['atMost', 'atLeast', 'is', 'includes']),
      value: z.union([z.int(), id]),
    })
    .nullable()
    .default(null),
};

/** Whole numbers with words at both ends. */
const scaleQuestion = z.strictObject({
  ...common,
  kind: z.literal('scale'),
  min: z.int().min(0).max(1),
  max: z.int().min(2).max(10),
  lowLabel: localizedText,
  highLabel: localizedText,
});
export type ScaleQuestion = z.infer<typeof scaleQuestion>;

const choicesQuestion = z.strictObject({
  ...common,
  kind: z.literal('choices'),
  options: z
    .array(z.strictObject({ id, name: localizedText }))
    .min(2)
    .max(LIMITS.choicesMax),
  /** How many may be chosen. */
  choicesMax: z.int().min(1).max(LIMITS.choicesMax).default(1),
  /** Whether words may be added to the choice. */
  words: z.boolean().default(false),
});
export type ChoicesQuestion = z.infer<typeof choicesQuestion>;

const textQuestion = z.strictObject({ ...common, kind: z.literal('text') });

export const question = z.discriminatedUnion('kind', [
  scaleQuestion,
  choicesQuestion,
  textQuestion,
]);
export type SurveyQuestion = z.infer<typeof question>;
