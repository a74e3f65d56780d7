import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Info } from 'lucide';
import type { MyInsightMail } from '@okaeri/shared/changes';
import { may, shopPath } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { language, LANGUAGES, messages } from '../i18n/messages.ts';
import { formatTimeIn } from '../lib/format.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField, SelectField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { shopZone } from '../app/shop-zone.ts';
import { createMyMail, saveMyMail } from './my-mail-model.ts';
import './reports.css';

/** What one is told of the figures by e-mail, each for oneself. */
export const ReportsPage = (): JSX.Element => {
  const w = messages().reports;
  const known = useMemo(createMyMail, []);
  useEffect(() => void known.load(), [known]);
  const of = known.value.value;
  const fault = known.fault.value;
  return (
    <Page crumbs={settingsCrumb()} title={messages().app.pages.reports} text={w.text}>
      {fault !== null && of === undefined && (
        <Fault fault={fault} onRetry={() => void known.load()} />
      )}
      {fault === null && of === undefined && <Skeleton />}
      {of !== undefined && <Choice of={of} onSaved={(saved) => known.set(saved)} />}
    </Page>
  );
};

function Choice(props: {
  of: MyInsightMail;
  onSaved: (saved: MyInsightMail) => void;
}): JSX.Element {
  const { of, onSaved } = props;
  const w = messages().reports;
  const report = useSignal(of.report);
  const alerts = useSignal(of.alerts);
  const every = useSignal(of.every);
  const isBusy = useSignal(false);
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const wanted = { report: report.value, alerts: alerts.value, language: language.value };
    const saved = await runAction(() => saveMyMail(of, { wanted, every: every.value }), w.saved);
    isBusy.value = false;
    if (saved !== undefined) onSaved(saved);
  };
  return (
    <>
      {!of.hasMail && (
        <p class="note state late">
          <Icon of={Info} size={16} />
          <span class="grow">{w.noMail}</span>
          {may('run') && <a href={shopPath('/settings/sender')}>{w.setUpMail}</a>}
        </p>
      )}
      <Form class="stack told" onSubmit={() => void save()}>
        <CheckField
          label={<Choosable title={w.report} text={w.reportText} />}
          checked={report.value}
          onValue={(value) => (report.value = value)}
        />
        {may('run') ? (
          <SelectField
            label={w.every}
            hint={w.everyHint}
            value={every.value}
            options={w.periods}
            onValue={(value) => (every.value = value)}
          />
        ) : (
          <p class="quiet small told-next">{w.everyNow(w.periods[of.every])}</p>
        )}
        {of.report && <NextReport of={of} />}
        <CheckField
          label={<Choosable title={w.alerts} text={w.alertsText} />}
          checked={alerts.value}
          onValue={(value) => (alerts.value = value)}
        />
        <p class="quiet small">{w.where(of.email, LANGUAGES[language.value])}</p>
        <div class="row">
          <Button kind="primary" type="submit" busy={isBusy.value}>
            {w.save}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Choosable({ title, text }: { title: string; text: string }): JSX.Element {
  return (
    <>
      {title}
      <span class="told-text">{text}</span>
    </>
  );
}

function NextReport({ of }: { of: MyInsightMail }): JSX.Element {
  const at = formatTimeIn(of.nextReportAt, shopZone());
  return <p class="small told-next">{messages().reports.next(at)}</p>;
}
