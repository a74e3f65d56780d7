import type { JSX } from 'preact';
import { X } from 'lucide';
import { words } from '../i18n/words.ts';
import { dropToast, toasts } from '../lib/toasts.ts';
import { Icon } from './Icon.tsx';

/** What was told lately. Screen readers hear it without losing their place. */
export const Toasts = (): JSX.Element => (
  <div class="toasts" aria-live="polite">
    {toasts.value.map(({ id, kind, text }) => (
      <div key={id} class={`toast ${kind}`}>
        <p>{text}</p>
        <button
          type="button"
          class="button quiet square"
          aria-label={words().app.close}
          onClick={() => dropToast(id)}
        >
          <Icon of={X} />
        </button>
      </div>
    ))}
  </div>
);
