import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { PrivacySettings } from '@okaeri/shared/privacy';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api, shopperPage } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import type { DocumentSource } from '../document/document-editor.ts';
import { privacyWords } from '../document/changes/document-words.ts';
import { DocumentForm } from '../document/DocumentForm.tsx';
import { NumberAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request, requestWithEtag } from '../lib/request.ts';
import { LookupForm } from '../ui/LookupForm.tsx';
import { Page } from '../ui/Page.tsx';
import { NothingFound } from '../ui/states.tsx';

/** People who ask for their data, or to be forgotten. */
export const DataRequestsPage = (): JSX.Element => {
  const { privacy: w, app } = messages();
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.requests} text={w.requestsText}>
      <Requests />
    </Page>
  );
};

/** How long people are kept, and what else goes by itself. */
export const DeletionPage = (): JSX.Element => {
  const { privacy: w, app } = messages();
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.deletion} text={w.retentionText}>
      <DocumentForm source={source} needs="own">
        {({ editor }) => (
          <section>
            <div class="grid wide">
              <NumberAt
                editor={editor}
                path={['forgetGuestsAfterDays']}
                label={w.guests}
                hint={w.least(LIMITS.forgetDaysMin)}
                optional="null"
              />
              <NumberAt
                editor={editor}
                path={['forgetMembersAfterDays']}
                label={w.members}
                hint={w.membersText}
                optional="null"
              />
            </div>
          </section>
        )}
      </DocumentForm>
      <section>
        <h2>{w.kept}</h2>
        <ul class="plain-list">
          {w.keptList.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
};

/** Somebody asks for their data, or to be forgotten: they are found, and served on their page. */
function Requests(): JSX.Element {
  const found = useSignal<readonly ListedShopper[] | null>(null);
  const asked = useSignal('');
  const isBusy = useSignal(false);
  const w = messages().privacy;
  const look = async (search: string): Promise<void> => {
    isBusy.value = true;
    const query = { search, limit: '10' };
    const page = await runAction(() => request(api().shoppers.$get({ query })));
    asked.value = search;
    found.value = page?.items ?? null;
    isBusy.value = false;
  };
  return (
    <section>
      <LookupForm
        class="row low"
        label={w.who}
        action={w.look}
        type="search"
        busy={isBusy.value}
        onSubmit={(text) => void look(text)}
      />
      <div aria-live="polite">
        {found.value !== null &&
          (found.value.length === 0 ? (
            <NothingFound asked={asked.value}>
              <p>{w.nobodyText}</p>
            </NothingFound>
          ) : (
            <ul class="rows">
              {found.value.map((one) => (
                <Person key={one.id ?? one.guestId} of={one} />
              ))}
            </ul>
          ))}
      </div>
    </section>
  );
}

function source(): DocumentSource<PrivacySettings> {
  return {
    name: 'privacySettings',
    words: privacyWords,
    read: () => requestWithEtag(api().privacy.settings.$get()),
    write: (json, etag) =>
      requestWithEtag(api().privacy.settings.$put({ json }, { headers: { 'If-Match': etag } })),
  };
}

function Person({ of }: { of: ListedShopper }): JSX.Element {
  const w = messages();
  return (
    <li>
      <div class="grow">
        <a href={shopperPage(of)}>{of.name ?? of.email ?? of.id ?? w.shoppers.nameless}</a>{' '}
        <span class="badge">{w.shoppers.status[of.status]}</span>
        {of.email !== null && <p class="quiet small">{of.email}</p>}
      </div>
    </li>
  );
}
