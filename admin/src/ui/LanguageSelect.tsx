import type { JSX } from 'preact';
import { LANGUAGES, language, setLanguage, messages, type Language } from '../i18n/messages.ts';

/** The console's language; each is written in itself. */
export const LanguageSelect = (): JSX.Element => (
  <label class="small-select">
    <span class="hidden">{messages().app.language}</span>
    <select
      value={language.value}
      // The options are the languages, and the browser gives one of them.
      onChange={(event) => void setLanguage(event.currentTarget.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([key, name]) => (
        <option key={key} value={key} lang={key}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
