/** Nothing is said of a score before this many people have given one. */
export const SURVEY_ANSWERS_MIN = 30;
