import type { JSX } from 'preact';

/** One line on a square of 24; `turns` with the writing. */
export const Icon = ({ d, turns }: { d: string; turns?: boolean }): JSX.Element => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={turns ? 'icon turns' : 'icon'}>
    <path d={d} />
  </svg>
);

export const CloseIcon = (): JSX.Element => <Icon d="M6 6l12 12M18 6L6 18" />;
/** Points where reading goes on, and turns with the writing. */
export const NextIcon = (): JSX.Element => <Icon d="M10 8l4 4-4 4" turns />;
