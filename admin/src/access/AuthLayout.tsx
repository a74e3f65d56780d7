import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';

/** The frame of every page in front of the console: the name, one card, the language. */
export const AuthLayout = (props: {
  title: string;
  text?: string | undefined;
  children: ComponentChildren;
}): JSX.Element => {
  const { title, text, children } = props;
  useEffect(() => {
    document.title = `${title} · ${messages().app.name}`;
  }, [title]);
  return (
    <main class="auth" id="page">
      <div class="auth-card">
        <p class="brand">
          <span class="brand-mark" aria-hidden="true" />
          {messages().app.name}
        </p>
        <h1>{title}</h1>
        {text && <p class="quiet">{text}</p>}
        {children}
      </div>
      <LanguageSelect />
    </main>
  );
};
