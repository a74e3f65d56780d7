import type { JSX } from 'preact';

const Icon = ({ d, turns }: { d: string; turns?: boolean }): JSX.Element => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={turns ? 'icon turns' : 'icon'}>
    <path d={d} />
  </svg>
);

export const CloseIcon = (): JSX.Element => <Icon d="M6 6l12 12M18 6L6 18" />;
export const ChevronIcon = (): JSX.Element => <Icon d="M8 10l4 4 4-4" />;
export const CheckIcon = (): JSX.Element => <Icon d="M5 12.5l4.5 4.5L19 7.5" />;
/** Points where reading goes on, and turns with the writing. */
export const NextIcon = (): JSX.Element => <Icon d="M10 8l4 4-4 4" turns />;
export const BackIcon = (): JSX.Element => <Icon d="M14 6l-6 6 6 6" turns />;
