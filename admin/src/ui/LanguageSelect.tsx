import { Select } from './Select.tsx';
import type { JSX } from 'preact';
import { LANGUAGES, language, setLanguage, messages, type Language } from '../i18n/messages.ts';

/** The console's language; each is written in itself. */
export const LanguageSelect = (): JSX.Element => (
  <label class="small-select">
    <span class="hidden">{messages().app.language}</span>
    <Select<Language>
      value={language.value}
      options={LANGUAGES}
      isOfLanguages
      onValue={(chosen) => void setLanguage(chosen)}
    />
  </label>
);
