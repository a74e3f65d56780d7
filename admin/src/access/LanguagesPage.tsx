import type { JSX } from 'preact';
import { shopPath } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { LanguagesForm } from '../document/LanguagesForm.tsx';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';

/** Which languages the shop speaks, and where its words in them are written. */
export const LanguagesPage = (): JSX.Element => {
  const w = messages();
  return (
    <Page crumbs={settingsCrumb()} title={w.languages.title} text={w.languages.text}>
      <LanguagesForm />
      <section>
        <h2>{w.languages.where}</h2>
        <ul class="plain-list">
          <li>
            <a href={shopPath('/program')}>{w.languages.names}</a>
          </li>
          <li>
            <a href={shopPath('/appearance/texts')}>{w.languages.texts}</a>
          </li>
        </ul>
      </section>
    </Page>
  );
};
