import { adoptSheets } from '../ui/adopt-sheets.ts';
import { sheetOf } from './sheet.ts';
import css from './reviews.css?inline';

/** What reviews look like, where they are read and where they are written. */
export const reviewSheet = sheetOf(css);

/** Gives the look of reviews to the root an element stands in, once. */
export const adoptReviewSheet = (element: HTMLElement | null): void =>
  adoptSheets(element, [reviewSheet]);
