import type { JSX } from 'preact';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import { api } from '../app/session.ts';
import { setShopLanguages } from '../app/shop-languages.ts';
import { messages } from '../i18n/messages.ts';
import { requestWithEtag, type WithEtag } from '../lib/request.ts';
import { WIDGET_LANGUAGES } from '../lib/widget-languages.ts';
import type { DocumentSource } from './document-editor.ts';
import { reviewWords } from './changes/document-words.ts';
import { DocumentForm } from './DocumentForm.tsx';
import { PicksAt } from './PicksAt.tsx';

/** The languages the shop speaks. */
export const LanguagesForm = (): JSX.Element => {
  const w = messages().languages;
  return (
    <DocumentForm source={source} needs="run">
      {({ editor }) => (
        <PicksAt
          editor={{
            ...editor,
            set: (path, tags) => editor.set(path, tags ?? []),
          }}
          path={['languages']}
          label={w.which}
          hint={w.hint}
          options={Object.entries(WIDGET_LANGUAGES).map(([id, name]) => ({ id, name }))}
        />
      )}
    </DocumentForm>
  );
};

// They stand in the settings of reviews, which ask the same: in what letters one writes here.
function source(): DocumentSource<ReviewSettings> {
  return {
    name: 'reviewSettings',
    words: reviewWords,
    read: () => requestWithEtag(api().reviews.settings.$get()),
    write: async (json, etag) =>
      told(
        await requestWithEtag(
          api().reviews.settings.$put({ json }, { headers: { 'If-Match': etag } }),
        ),
      ),
  };
}

function told(found: WithEtag<ReviewSettings>): WithEtag<ReviewSettings> {
  setShopLanguages(found.body.languages);
  return found;
}
