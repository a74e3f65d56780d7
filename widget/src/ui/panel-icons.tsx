import type { JSX } from 'preact';
import { Icon } from './icons.tsx';

// Apart from the icons of the core, which does without these.
export const ChevronIcon = (): JSX.Element => <Icon d="m7 10 5 5 5-5" />;
export const CheckIcon = (): JSX.Element => <Icon d="m5 12.5 4.5 4.5L19 7.5" />;
