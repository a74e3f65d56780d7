import { adoptSheets } from '../ui/adopt-sheets.ts';
import { sheetOf } from './sheet.ts';
// Once more, apart from that of the panels: none of them is there when reviews are.
import basics from '../app/basics.css?inline&apart';
import css from './reviews.css?inline';

const sheet = sheetOf(basics + css);

/** Gives the look of reviews to the root an element stands in, once. */
export const adoptReviewSheet = (element: HTMLElement | null): void =>
  adoptSheets(element, [sheet]);
