import type { JSX } from 'preact';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import { api, shopPath } from '../app/session.ts';
import type { DocumentEditor, DocumentSource } from '../document/document-editor.ts';
import { reviewWords } from '../document/changes/document-words.ts';
import { DocumentForm } from '../document/DocumentForm.tsx';
import { CheckAt, NumberAt, SelectAt, ShareAt, TextAt, WordsAt } from '../document/fields.tsx';
import { LinesAt } from '../document/LinesAt.tsx';
import { NamesAt } from '../document/NamesAt.tsx';
import { messages } from '../i18n/messages.ts';
import { AttributesSection } from './AttributesSection.tsx';
import { requestWithEtag } from '../lib/request.ts';

type Of = { editor: DocumentEditor<ReviewSettings>; document: ReviewSettings };

/** How the shop asks for reviews, and what it takes. */
export const SettingsTab = (): JSX.Element => (
  <DocumentForm source={source} needs="run">
    {(of) => (
      <>
        <Asking {...of} />
        <Taking {...of} />
        <AttributesSection {...of} />
      </>
    )}
  </DocumentForm>
);

function source(): DocumentSource<ReviewSettings> {
  return {
    name: 'reviewSettings',
    words: reviewWords,
    read: () => requestWithEtag(api().reviews.settings.$get()),
    write: (json, etag) =>
      requestWithEtag(api().reviews.settings.$put({ json }, { headers: { 'If-Match': etag } })),
  };
}

function Asking({ editor, document }: Of): JSX.Element {
  const w = messages().reviewSettings;
  return (
    <section>
      <h2>{w.asking}</h2>
      <div class="grid wide">
        <SelectAt editor={editor} path={['from']} label={w.from} options={w.froms} />
        <NumberAt editor={editor} path={['askAfterDays']} label={w.askAfterDays} />
        <NumberAt editor={editor} path={['transitDays']} label={w.transitDays} />
        <NumberAt editor={editor} path={['transitDaysAbroad']} label={w.transitDaysAbroad} />
        <ShareAt
          editor={editor}
          path={['askedShare']}
          label={w.askedShare}
          hint={w.askedShareText}
        />
      </div>
      <NamesAt
        editor={editor}
        path={['homeMarkets']}
        of="region"
        label={w.homeMarkets}
        hint={w.homeMarketsText}
      />
      <h2>{w.byEmail}</h2>
      <CheckAt editor={editor} path={['byEmail']} label={w.byEmailText} />
      {document.byEmail && (
        <>
          <p class="note">
            {w.consent} <a href={shopPath('/settings/limits')}>{messages().app.pages.limits}</a>
          </p>
          <div class="grid wide">
            <NumberAt editor={editor} path={['reminders']} label={w.reminders} />
            <NumberAt editor={editor} path={['remindAfterDays']} label={w.remindAfterDays} />
            <WordsAt editor={editor} path={['requestText']} label={w.requestText} />
          </div>
        </>
      )}
    </section>
  );
}

function Taking({ editor }: Of): JSX.Element {
  const w = messages().reviewSettings;
  return (
    <section>
      <h2>{w.taking}</h2>
      <TextAt
        editor={editor}
        path={['productUrl']}
        label={w.productUrl}
        hint={w.productUrlText}
        empty={null}
      />
      <NamesAt
        editor={editor}
        path={['languages']}
        of="language"
        label={w.languages}
        hint={w.languagesText}
      />
      <LinesAt
        editor={editor}
        path={['insiderTags']}
        label={w.insiderTags}
        hint={w.insiderTagsText}
      />
    </section>
  );
}
