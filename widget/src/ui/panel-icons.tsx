import type { JSX } from 'preact';
import { Icon } from './icons.tsx';

// Apart from the icons of the core, which does without these.
export const ChevronIcon = (): JSX.Element => <Icon d="M8 10l4 4 4-4" />;
export const CheckIcon = (): JSX.Element => <Icon d="M5 12.5l4.5 4.5L19 7.5" />;
/** Points where reading came from, and turns with the writing. */
export const BackIcon = (): JSX.Element => <Icon d="M14 6l-6 6 6 6" turns />;
