import type { ComponentChildren, JSX } from 'preact';
import { Info } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';

/** One figure: what it is called, what it is, and what it came to; its shape while it is not known. */
export const Tile = (props: {
  label: string;
  /** What it is, and who is left out. */
  what: string;
  children?: ComponentChildren;
}): JSX.Element => {
  const { label, what, children } = props;
  return (
    <div>
      <dt>
        <details class="figure-about">
          <summary>
            <span>{label}</span>
            <span class="hidden">{messages().homeFigures.what('')}</span>
            <Icon of={Info} size={14} />
          </summary>
          <p class="small">{what}</p>
        </details>
      </dt>
      {children === undefined ? (
        <dd class="figure-wait">
          <span class="hidden">{messages().app.loading}</span>
        </dd>
      ) : (
        children
      )}
    </div>
  );
};
