import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CaseSettings } from '@okaeri/shared/case-settings';
import type { InboundSetup } from '@okaeri/shared/inbound-mail';
import { denied } from '../app/denied.ts';
import { api, may } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { request, requestWithEtag } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { AreaField, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { HarmWords, Opens, Owners, type Fields } from './CaseRuleFields.tsx';
import { documentOf, textsOf, WEEKDAYS } from './settings-document.ts';
import { datesIn, hoursIn } from './settings-text.ts';

/** When somebody is there, what opens a case, and what it may cost. */
export const CaseSettingsPage = (): JSX.Element => {
  const { app, caseRules: w } = messages();
  const known = useMemo(
    () => createResource(() => requestWithEtag(api().cases.settings.$get())),
    [],
  );
  useEffect(() => void known.load(), [known]);
  const of = known.value.value;
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.caseRules} text={w.text}>
      {known.fault.value !== null && (
        <Fault fault={known.fault.value} onRetry={() => void known.load()} />
      )}
      {of === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <SettingsForm
          key={of.etag}
          settings={of.body}
          etag={of.etag}
          onSaved={() => known.load()}
        />
      )}
      {may('own') && <Inbound />}
    </Page>
  );
};

function SettingsForm(props: {
  settings: CaseSettings;
  etag: string;
  onSaved: () => Promise<void>;
}): JSX.Element {
  const { settings, etag, onSaved } = props;
  const { app, caseRules: w } = messages();
  const typed = useSignal(textsOf(settings));
  const opensFor = useSignal(settings.opensFor);
  const owners = useSignal(settings.ownerByReason);
  const isBusy = useSignal(false);
  const set = (name: string) => (value: string) => {
    typed.value = { ...typed.value, [name]: value };
  };
  const at = (name: string): string => typed.value[name] ?? '';
  const document = documentOf(settings, typed.value, {
    opensFor: opensFor.value,
    ownerByReason: owners.value,
  });
  const save = async (): Promise<void> => {
    if (document === null) return;
    isBusy.value = true;
    const headers = { 'If-Match': etag };
    const route = api().cases.settings;
    const done = await runAction(
      () => request(route.$put({ json: document }, { headers })),
      w.saved,
    );
    isBusy.value = false;
    if (done !== undefined) await onSaved();
  };
  return (
    <Form class="stack" onSubmit={() => void save()}>
      <Hours at={at} set={set} />
      <Opens
        at={at}
        set={set}
        opensFor={opensFor.value}
        onOpens={(all) => (opensFor.value = all)}
      />
      <Owners settings={settings} chosen={owners.value} onChoose={(all) => (owners.value = all)} />
      <HarmWords settings={settings} at={at} set={set} />
      <div class="row">
        <Button
          kind="primary"
          type="submit"
          busy={isBusy.value}
          blocked={denied('run') || (document === null && w.hoursFault)}
        >
          {app.save}
        </Button>
      </div>
    </Form>
  );
}

/** When somebody is there: a line for each day. */
function Hours({ at, set }: Fields): JSX.Element {
  const w = messages().caseRules;
  const isAnyHour = WEEKDAYS.every((day) => at(day).trim() === '');
  return (
    <section class="stack">
      <h2>{w.hours}</h2>
      <p class="quiet">{w.hoursText}</p>
      <div class="grid wide">
        {WEEKDAYS.map((day) => (
          <TextField
            key={day}
            label={w.days[day]}
            placeholder={isAnyHour ? w.anyHour : w.closed}
            fault={hoursIn(at(day)) === null ? w.hoursFault : null}
            value={at(day)}
            onValue={set(day)}
          />
        ))}
      </div>
      <AreaField
        label={w.holidays}
        hint={w.holidaysHint}
        fault={datesIn(at('holidays')) === null ? w.holidaysFault : null}
        value={at('holidays')}
        onValue={set('holidays')}
      />
    </section>
  );
}

function Inbound(): JSX.Element {
  const known = useMemo(
    () => createResource<InboundSetup>(() => request(api().mail.inbound.$get())),
    [],
  );
  useEffect(() => void known.load(), [known]);
  const w = messages().caseRules;
  const of = known.value.value;
  return (
    <section class="stack">
      <h2>{w.inbound}</h2>
      <p class="quiet">{w.inboundText}</p>
      {of === undefined ? (
        <Skeleton lines={2} />
      ) : (
        <>
          <Copy label={w.inboundUrl} text={of.url} />
          <Copy label={w.inboundSecret} text={of.secret} />
        </>
      )}
    </section>
  );
}
