import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Send } from 'lucide';
import type { ContactSettings } from '@okaeri/shared/contacts';
import { denied } from '../app/denied.ts';
import { api, shopPath } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import type { DocumentSource } from '../document/document-editor.ts';
import { contactWords } from '../document/changes/document-words.ts';
import { DocumentForm } from '../document/DocumentForm.tsx';
import { NumberAt, SelectAt } from '../document/fields.tsx';
import { language, messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request, requestWithEtag } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
const HOURS = Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [hour, pad(hour)]));

/** Where e-mail comes from, and whether it leaves. */
export const SenderPage = (): JSX.Element => {
  const { mail: w, app } = messages();
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.sender} text={w.text}>
      <Server />
    </Page>
  );
};

/** How often anybody is spoken to who has not asked for it. */
export const ContactLimitsPage = (): JSX.Element => {
  const { mail: w, app } = messages();
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.limits} text={w.budgetText}>
      <DocumentForm source={source} needs="run">
        {({ editor, document }) => (
          <section>
            <div class="grid wide">
              <NumberAt editor={editor} path={['daysBetween']} label={w.daysBetween} />
              <NumberAt editor={editor} path={['perMonth']} label={w.perMonth} />
              {(['from', 'to'] as const).map((end) => (
                <SelectAt
                  key={end}
                  editor={{
                    ...editor,
                    at: () => String(document.quietHours[end]),
                    set: (path, hour) => editor.set(path, Number(hour)),
                  }}
                  path={['quietHours', end]}
                  label={w.quietHours[end]}
                  options={HOURS}
                />
              ))}
            </div>
            <p class="quiet small">{w.quietText}</p>
            <p>
              <a href={shopPath('/reviews/settings')}>{w.toReviews}</a>
            </p>
          </section>
        )}
      </DocumentForm>
    </Page>
  );
};

function Server(): JSX.Element {
  const known = useMemo(() => createResource(() => request(api().mail.$get())), []);
  const isBusy = useSignal(false);
  useEffect(() => void known.load(), [known]);
  const w = messages().mail;
  const of = known.value.value;
  const test = async (): Promise<void> => {
    isBusy.value = true;
    const json = { language: language.value };
    const sent = await runAction(() => request(api().mail.test.$post({ json })));
    if (sent !== undefined) showToast('done', w.sent(sent.to));
    isBusy.value = false;
  };
  if (known.fault.value)
    return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
  if (of === undefined) return <Skeleton />;
  if (of.from === null)
    return (
      <div class="note warn">
        <div>
          <p>
            <strong>{w.none}</strong>
          </p>
          <p>{w.noneText}</p>
          <p>
            <code>SMTP_URL=smtp://user:password@mail.example:587</code>
            <br />
            <code>MAIL_FROM=shop@example.com</code>
          </p>
        </div>
      </div>
    );
  return (
    <>
      <p>{w.from(of.from)}</p>
      <div class="row">
        <Button icon={Send} busy={isBusy.value} blocked={denied('run')} onClick={() => void test()}>
          {w.test}
        </Button>
      </div>
    </>
  );
}

function source(): DocumentSource<ContactSettings> {
  return {
    name: 'contactSettings',
    words: contactWords,
    read: () => requestWithEtag(api().contacts.settings.$get()),
    write: (json, etag) =>
      requestWithEtag(api().contacts.settings.$put({ json }, { headers: { 'If-Match': etag } })),
  };
}

function pad(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
