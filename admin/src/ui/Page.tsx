import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../i18n/messages.ts';

/** A page above this one. */
export interface Crumb {
  readonly href: string;
  readonly text: string;
}

interface Props {
  title: string;
  /** What it is for, in one line. */
  text?: string;
  /** The pages above it, from the uppermost. */
  crumbs?: readonly Crumb[];
  /** How it stands, beside its title. */
  badge?: ComponentChildren;
  /** What can be done on the whole page: what is done most comes last. */
  actions?: ComponentChildren;
  /** For tables and what else needs the room. */
  wide?: boolean;
  children: ComponentChildren;
}

/** A page: its title in the tab and on top, what it is for, and what can be done. */
export const Page = (props: Props): JSX.Element => {
  const { title, text, crumbs = [], badge, actions, wide = false, children } = props;
  useEffect(() => {
    document.title = `${title} · ${messages().app.name}`;
  }, [title]);
  return (
    <div class={wide ? 'page wide' : 'page'}>
      <header class="page-head">
        <div>
          {crumbs.length > 0 && <Crumbs of={crumbs} />}
          <div class="page-title">
            <h1>{title}</h1>
            {badge}
          </div>
          {text && <p class="quiet">{text}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
};

function Crumbs({ of }: { of: readonly Crumb[] }): JSX.Element {
  return (
    <nav class="crumbs" aria-label={messages().app.crumbs}>
      {of.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </nav>
  );
}
