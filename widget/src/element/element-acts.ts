import { followPart } from '../in-page/follow-part.ts';
import { earnOf } from './earn.ts';
import { starsOf } from './stars.ts';

/** What elements do beyond being there: small, and together on most product pages, so it comes in one piece. */
export const elementActs = { earnOf, starsOf, followPart };
