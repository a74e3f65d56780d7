/** The closed list of what can be wrong with one field of a request. */
export const FIELD_FAULTS = [
  'missing',
  'empty',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'tooFew',
  'tooMany',
  'notANumber',
  'notWhole',
  'notText',
  'notAUrl',
  'notAnEmail',
  'notATime',
  'notATimeZone',
  'notADay',
  'notASite',
  'isZero',
  'wrongForm',
  'notAChoice',
  'unknownField',
  'notUnique',
  'noLanguage',
  'noLimit',
  'limitDays',
  'endsBeforeStart',
  'sliderSteps',
  'noTierPolicy',
  'firstTierNotZero',
  'tierNotAbove',
  'keepAboveEntry',
  'reentryBelowKeep',
  'unknownReference',
  'unknownPicture',
  'prizeAboveLaw',
  'noReport',
  'noMessage',
  'notValid',
] as const;

export type FieldFault = (typeof FIELD_FAULTS)[number];

/** What a check of a schema's own is told: its sentence, and the fault's code. */
export const faulty = (
  fault: FieldFault,
  message: string,
  { path, ...values }: { path?: string[]; min?: number; max?: number } = {},
): { message: string; params: Readonly<Record<string, unknown>>; path?: string[] } => ({
  message,
  params: { fault, ...values },
  ...(path !== undefined && { path }),
});
