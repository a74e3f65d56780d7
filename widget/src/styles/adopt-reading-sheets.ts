// Once more, apart from that of the panels: none of them is there when reviews are.
import basics from '../app/basics.css?inline&apart';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { reviewSheet } from './adopt-review-sheet.ts';
import css from './reading.css?inline';
import { sheetOf } from './sheet.ts';

const sheet = sheetOf(basics + css);

/** Gives the look of what is read below a product to the root an element stands in, once. */
export const adoptReadingSheets = (element: HTMLElement | null): void =>
  adoptSheets(element, [reviewSheet, sheet]);
