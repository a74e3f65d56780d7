import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Send } from 'lucide';
import { denied } from '../app/denied.ts';
import { api, shopPath } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { DocumentForm } from '../document/DocumentForm.tsx';
import type { FieldEditor } from '../document/document-editor.ts';
import { CheckAt, faultAt, NumberAt, SelectAt } from '../document/fields.tsx';
import { placeOf } from '../document/show-field.ts';
import { AreaField } from '../ui/Field.tsx';
import { contactSource } from '../app/contact-settings.ts';
import { SenderForm } from './SenderForm.tsx';
import { language, messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
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
      <SenderForm />
    </Page>
  );
};

/** How often anybody is spoken to who has not asked for it. */
export const ContactLimitsPage = (): JSX.Element => {
  const { mail: w, app } = messages();
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.limits} text={w.budgetText}>
      <DocumentForm source={contactSource} needs="run">
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
            <ConsentFields editor={editor} imprint={document.imprint ?? ''} />
            <p>
              <a href={shopPath('/reviews/settings')}>{w.toReviews}</a>
            </p>
          </section>
        )}
      </DocumentForm>
    </Page>
  );
};

/** Who may be written to about what, and who says it. */
function ConsentFields(props: { editor: FieldEditor; imprint: string }): JSX.Element {
  const { editor, imprint } = props;
  const w = messages().mail;
  const path = ['imprint'];
  return (
    <>
      <h2>{w.consent}</h2>
      <div class="stack wide">
        <CheckAt editor={editor} path={['doubleOptIn']} label={w.doubleOptIn} />
        <CheckAt editor={editor} path={['addressesChildren']} label={w.addressesChildren} />
        <NumberAt
          editor={editor}
          path={['programmeHoldoutPpm']}
          label={w.holdout}
          hint={w.holdoutHint}
          scale={10_000}
        />
        <AreaField
          label={w.imprint}
          hint={w.imprintHint}
          place={placeOf(path)}
          fault={faultAt(editor, path)}
          value={imprint}
          onValue={(text) => editor.set(path, text === '' ? null : text)}
        />
      </div>
    </>
  );
}

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

function pad(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
