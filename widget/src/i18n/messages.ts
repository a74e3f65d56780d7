import type { Text } from './fill.ts';
import type { messages as more } from './en/more.ts';
import type { messages as review } from './en/review.ts';
import type { messages as panel } from './en/panel.ts';

export type PanelKey = keyof typeof panel;
export type MoreKey = keyof typeof more;
export type ReviewKey = keyof typeof review;
/** The name of a message; merchants replace messages by it. */
export type MessageKey = PanelKey | MoreKey | ReviewKey;

/** A language's words for the panel and its home. */
export type PanelTexts = Readonly<Record<PanelKey, Text>>;
/** A language's words for everything else. */
export type MoreTexts = Readonly<Record<MoreKey, Text>>;

/** A language's words for reviews. */
export type ReviewTexts = Readonly<Record<ReviewKey, Text>>;

/** Open the programme; earn so many points; what the launcher says to a guest. */
export type FirstTexts = readonly [open: string, earn: string, join: string];
