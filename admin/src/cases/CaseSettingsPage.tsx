import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CaseSettings } from '@okaeri/shared/cases';
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
import { AreaField, CheckField, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { datesIn, hoursIn, listIn, textOfHours } from './settings-text.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LOW = ['npsLow', 'csatLow', 'cesLow', 'reviewLow'] as const;

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
  const isBusy = useSignal(false);
  const set = (name: string) => (value: string) => {
    typed.value = { ...typed.value, [name]: value };
  };
  const at = (name: string): string => typed.value[name] ?? '';
  const document = documentOf(settings, typed.value, opensFor.value);
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

interface Fields {
  at: (name: string) => string;
  set: (name: string) => (value: string) => void;
}

/** When somebody is there: a line for each day. */
function Hours({ at, set }: Fields): JSX.Element {
  const w = messages().caseRules;
  return (
    <section class="stack">
      <h2>{w.hours}</h2>
      <p class="quiet">{w.hoursText}</p>
      <div class="grid wide">
        {WEEKDAYS.map((day) => (
          <TextField
            key={day}
            label={w.days[day]}
            placeholder={w.closed}
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

/** What opens a case, and what it may cost. */
function Opens(
  props: Fields & {
    opensFor: CaseSettings['opensFor'];
    onOpens: (all: CaseSettings['opensFor']) => void;
  },
): JSX.Element {
  const { at, set, opensFor, onOpens } = props;
  const { cases, caseRules: w } = messages();
  return (
    <section class="stack">
      <h2>{w.opens}</h2>
      <p class="quiet">{w.opensText}</p>
      {LOW.map((reason) => (
        <CheckField
          key={reason}
          label={cases.reasons[reason]}
          checked={opensFor.includes(reason)}
          onValue={(isOn) =>
            onOpens(LOW.filter((one) => (one === reason ? isOn : opensFor.includes(one))))
          }
        />
      ))}
      <AreaField
        label={`${w.harm} (en)`}
        hint={w.harmText}
        value={at('harm-en')}
        onValue={set('harm-en')}
      />
      <AreaField label={`${w.harm} (ja)`} value={at('harm-ja')} onValue={set('harm-ja')} />
      <TextField
        label={w.points}
        inputMode="numeric"
        value={at('points')}
        onValue={set('points')}
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

type Texts = Readonly<Record<string, string>>;

function textsOf({ openingHours, holidays, harmWords, recoveryPointsMax }: CaseSettings): Texts {
  return {
    ...Object.fromEntries(WEEKDAYS.map((day) => [day, textOfHours(openingHours[day])])),
    holidays: holidays.join('\n'),
    'harm-en': (harmWords['en'] ?? []).join(', '),
    'harm-ja': (harmWords['ja'] ?? []).join('、'),
    points: String(recoveryPointsMax),
  };
}

/** The document that the fields say; null while one of them is wrong. */
function documentOf(
  before: CaseSettings,
  typed: Texts,
  opensFor: CaseSettings['opensFor'],
): CaseSettings | null {
  const at = (name: string): string => typed[name] ?? '';
  const holidays = datesIn(at('holidays'));
  const points = /^\d{1,12}$/.test(at('points').trim()) ? Number(at('points')) : null;
  const [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS.map((day) => hoursIn(at(day)));
  if (!mon || !tue || !wed || !thu || !fri || !sat || !sun) return null;
  if (holidays === null || points === null) return null;
  return {
    ...before,
    openingHours: { mon, tue, wed, thu, fri, sat, sun },
    holidays,
    opensFor: [...opensFor],
    harmWords: { ...before.harmWords, en: listIn(at('harm-en')), ja: listIn(at('harm-ja')) },
    recoveryPointsMax: points,
  };
}
