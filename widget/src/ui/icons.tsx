import type { JSX } from 'preact';

/** One line on a square of 24; `turns` with the writing. */
export const Icon = ({ d, turns }: { d: string | undefined; turns?: boolean }): JSX.Element => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={turns ? 'icon turns' : 'icon'}>
    <path d={d} />
  </svg>
);

export const CloseIcon = (): JSX.Element => <Icon d="M6 6l12 12M18 6 6 18" />;
/** Points where reading goes on, and turns with the writing. */
export const NextIcon = (): JSX.Element => <Icon d="m10 7 5 5-5 5" turns />;
/** Points where reading came from, and turns with the writing. */
export const BackIcon = (): JSX.Element => <Icon d="m14 6-6 6 6 6" turns />;
/** A code in hand, and what points buy. */
export const TICKET = 'M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4zM14 6v2M14 11v2M14 16v2';
