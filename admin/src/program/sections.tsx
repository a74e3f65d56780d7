import type { JSX } from 'preact';
import type { ExpiryPolicy } from '@okaeri/shared/program';
import { shopLanguages } from '../app/shop-languages.ts';
import { messages } from '../i18n/messages.ts';
import { MonthDaysAt, ZoneAt } from '../document/more-fields.tsx';
import { MoneyAt, NumberAt, SelectAt, TextAt } from '../document/fields.tsx';
import { NameFields, type SectionProps } from './section-parts.tsx';

/** What the programme and its points are called, and worth. */
export const BasicsSection = ({ editor, document }: SectionProps): JSX.Element => {
  const w = messages().program;
  const { currency } = document;
  return (
    <section>
      <h2>{w.basics}</h2>
      <div class="grid">
        <NameFields editor={editor} path={[]} />
        {Object.entries(shopLanguages()).map(([tag, name]) => (
          <>
            {hasOne(tag) && (
              <TextAt editor={editor} path={['pointsName', tag, 'one']} label={w.pointOne(name)} />
            )}
            <TextAt editor={editor} path={['pointsName', tag, 'other']} label={w.points(name)} />
          </>
        ))}
        <MoneyAt
          editor={editor}
          path={['pointValueMinor']}
          currency={currency}
          label={w.pointValue(currency)}
        />
        <ZoneAt editor={editor} path={['timeZone']} label={w.timeZone} />
        <SelectAt editor={editor} path={['enrolment']} label={w.enrolment} options={w.enrolments} />
      </div>
    </section>
  );
};

/** What a kind of expiry begins with. Nothing is taken before a year is over. */
const EXPIRIES: Readonly<Record<ExpiryPolicy['kind'], ExpiryPolicy>> = {
  never: { kind: 'never' },
  perLot: { kind: 'perLot', days: 365 },
  inactivity: {
    kind: 'inactivity',
    days: 365,
    activities: ['order', 'redemption', 'act', 'visit'],
  },
  calendar: { kind: 'calendar', on: ['12-31'], minimumDays: 365 },
};

/** When points end, and what refunds take. */
export const PoliciesSection = ({ editor, document }: SectionProps): JSX.Element => {
  const w = messages().program;
  const { kind } = document.expiry;
  return (
    <section>
      <h2>{w.expiry}</h2>
      <div class="grid wide">
        <SelectAt
          editor={editor}
          path={['expiry', 'kind']}
          label={w.expiry}
          options={w.expiries}
          onChosen={(chosen) => editor.set(['expiry'], EXPIRIES[chosen])}
        />
        {(kind === 'perLot' || kind === 'inactivity') && (
          <NumberAt editor={editor} path={['expiry', 'days']} label={w.days} />
        )}
        {kind === 'calendar' && (
          <>
            <NumberAt editor={editor} path={['expiry', 'minimumDays']} label={w.minimumDays} />
            <MonthDaysAt editor={editor} path={['expiry', 'on']} label={w.calendarDays} />
          </>
        )}
        {kind !== 'never' && (
          <NumberAt editor={editor} path={['noticeDays']} label={messages().programFields.notice} />
        )}
      </div>
      <h2>{w.refunds}</h2>
      <div class="grid wide">
        <SelectAt
          editor={editor}
          path={['refunds', 'policy']}
          label={w.refundPolicy}
          options={w.refundPolicies}
        />
        <SelectAt
          editor={editor}
          path={['refunds', 'returnSpentPoints']}
          label={w.returnSpent}
          options={w.returnSpents}
        />
      </div>
    </section>
  );
};

/** Whether a language says one of something in another way than several. */
function hasOne(tag: string): boolean {
  return new Intl.PluralRules(tag).resolvedOptions().pluralCategories.includes('one');
}
