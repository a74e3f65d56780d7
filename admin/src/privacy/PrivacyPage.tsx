import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { UserSearch } from 'lucide';
import { LIMITS } from '@okaeri/shared/limits';
import type { PrivacySettings } from '@okaeri/shared/privacy';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api, shopperPage } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import type { DocumentSource } from '../document/document-editor.ts';
import { privacyWords } from '../document/changes/settings-change-rules.ts';
import { DocumentForm } from '../document/DocumentForm.tsx';
import { NumberAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request, requestWithEtag } from '../lib/request.ts';
import { LookupForm } from '../ui/LookupForm.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';

/** What the law asks of a shop: people who ask, and how long they are kept. */
export const PrivacyPage = (): JSX.Element => {
  const w = messages().privacy;
  return (
    <Page crumbs={settingsCrumb()} title={messages().privacy.title} text={w.text}>
      <Requests />
      <DocumentForm source={source} needs="own">
        {({ editor }) => (
          <section>
            <h2>{w.retention}</h2>
            <p class="quiet">{w.retentionText}</p>
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
  const isBusy = useSignal(false);
  const w = messages().privacy;
  const look = async (search: string): Promise<void> => {
    isBusy.value = true;
    const query = { search, limit: '10' };
    const page = await runAction(() => request(api().shoppers.$get({ query })));
    found.value = page?.items ?? null;
    isBusy.value = false;
  };
  return (
    <section>
      <h2>{w.requests}</h2>
      <p class="quiet">{w.requestsText}</p>
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
            <Empty icon={UserSearch} title={w.nobody}>
              <p>{w.nobodyText}</p>
            </Empty>
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
