import { adoptSheets } from '../ui/adopt-sheets.ts';
import { sheetOf } from './sheet.ts';
import css from './reviews.css?inline';

const sheet = sheetOf(css);

/** Gives the look of reviews to the root an element stands in, once. */
export const adoptReviewSheet = (element: HTMLElement | null): void =>
  adoptSheets(element, [sheet]);
