import { Panel as Questions } from '../questions/QuestionsPanel.tsx';
import { Panel as Reviews } from '../reviews/ReviewsPanel.tsx';

/** What stands below a product, in one piece: most product pages have both. */
export const productParts = { reviews: Reviews, questions: Questions };
