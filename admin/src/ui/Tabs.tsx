import type { JSX } from 'preact';
import { formatCount } from '../lib/format.ts';

interface Props {
  label: string;
  current: string;
  /** Each a page of its own, by its address. */
  tabs: readonly {
    readonly href: string;
    readonly text: string;
    /** Something there is to be mended: what a dot says of it. */
    readonly mark?: string | undefined;
    /** How much there is in it, where that is of use before it is opened. */
    readonly count?: number | undefined;
    /** Somebody is about to open it. */
    readonly onNear?: () => void;
  }[];
}

/** Pages beside each other. They are links: each has an address, and opens in another tab too. */
export const Tabs = ({ label, current, tabs }: Props): JSX.Element => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ href, text, mark, count, onNear }) => (
      <a
        key={href}
        href={href}
        ref={href === current ? intoSight : null}
        aria-current={href === current ? 'page' : undefined}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {text}
        {count !== undefined && <span class="small quiet"> {formatCount(count)}</span>}
        {mark !== undefined && <span class="dot bad" role="img" aria-label={mark} />}
      </a>
    ))}
  </nav>
);

// On a telephone the tabs are wider than the screen.
function intoSight(node: HTMLElement | null): void {
  return node?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
