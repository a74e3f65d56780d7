/** What was left out of what somebody sent, though everything else of it was taken. */
export interface FieldWarning {
  readonly code:
    /** A name, a title, a tag, a code says nothing, or nothing that can be kept, and was left out. */
    | 'textLeftOut'
    /** It was longer than can be kept: its beginning is. */
    | 'textCut'
    /** It is no e-mail address, and was left out. */
    | 'emailLeftOut'
    /** It is no day of the calendar, and was left out. */
    | 'birthdayLeftOut'
    /** It is no address, amount, number, day or id that can be kept, and was left out. */
    | 'valueLeftOut';
  /** Where, as `lines[0].title`. */
  readonly path: string;
  readonly message: string;
}

/** An answer that says what of the request was left out. */
export interface WithWarnings {
  readonly warnings: readonly FieldWarning[];
}
