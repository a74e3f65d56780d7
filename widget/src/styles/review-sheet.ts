import { wear } from '../ui/wear.ts';
import { sheetOf } from './sheet.ts';
import css from './reviews.css?inline';

const sheet = sheetOf(css);

/** Gives the look of reviews to the root an element stands in, once. */
export const wearReviews = (element: HTMLElement | null): void => wear(element, [sheet]);
