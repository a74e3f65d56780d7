import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../i18n/messages.ts';

interface Props {
  title: string;
  text?: string;
  /** What can be done on the whole page. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** A page: its title in the tab and on top, what it is for, and what can be done. */
export const Page = ({ title, text, actions, children }: Props): JSX.Element => {
  useEffect(() => {
    document.title = `${title} · ${messages().app.name}`;
  }, [title]);
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{title}</h1>
          {text && <p class="quiet">{text}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
};
