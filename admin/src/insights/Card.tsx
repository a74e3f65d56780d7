import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { Download } from 'lucide';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { saveTable } from './save-table.ts';

/** One figure: its name, which leads to a page of its own, what is shown, what it is, and what it is made of. */
export const Card = (props: {
  title: string;
  /** Below the shop's address: where it stands alone. */
  path: string;
  /** Right of its name. */
  beside?: ComponentChildren;
  /** One line below its name. */
  note?: string;
  children: ComponentChildren;
}): JSX.Element => {
  const { title, path, beside, note, children } = props;
  const { path: here } = useLocation();
  const href = shopPath(path);
  return (
    <section class="insight-card">
      <header>
        <h2>{here === href ? title : <a href={href}>{title}</a>}</h2>
        {beside}
      </header>
      {note !== undefined && <p class="quiet small">{note}</p>}
      {children}
    </section>
  );
};

/** What a figure is made of: a table, where it is no table itself, and the file behind it. */
export const More = (props: {
  /** Below `/v1/insights/`. */
  path: string;
  /** The name of the file, without its end. */
  name: string;
  /** What the button says, where that is not the usual. */
  label?: string;
  children?: ComponentChildren;
}): JSX.Element => {
  const { path, name, label, children } = props;
  const w = messages().insights;
  return (
    <div class="insight-more">
      {children !== undefined && (
        <details class="insight-table">
          <summary>{w.asTable}</summary>
          {children}
        </details>
      )}
      <Button kind="quiet" icon={Download} onClick={() => void saveTable(path, name)}>
        {label ?? w.exportCsv}
      </Button>
    </div>
  );
};
