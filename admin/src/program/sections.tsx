import type { JSX } from 'preact';
import { Trash2 } from 'lucide';
import type { ExpiryPolicy, ProgramDocument } from '@okaeri/shared/program';
import { LANGUAGES, words } from '../i18n/words.ts';
import { minorUnitsOf } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { CheckAt, MoneyAt, NumberAt, SelectAt, TextAt } from '../document/fields.tsx';
import { NameFields, nameOf, type SectionProps } from './section-parts.tsx';

/** What the programme and its points are called, and worth. */
export const BasicsSection = ({ editor, document }: SectionProps): JSX.Element => {
  const w = words().program;
  const { currency } = document;
  return (
    <section>
      <h2>{w.basics}</h2>
      <div class="grid">
        <NameFields editor={editor} path={[]} />
        <TextAt
          editor={editor}
          path={['pointsName', 'en', 'one']}
          label={w.pointOne(LANGUAGES.en)}
        />
        <TextAt
          editor={editor}
          path={['pointsName', 'en', 'other']}
          label={w.points(LANGUAGES.en)}
        />
        <TextAt
          editor={editor}
          path={['pointsName', 'ja', 'other']}
          label={w.points(LANGUAGES.ja)}
        />
        <MoneyAt
          editor={editor}
          path={['pointValueMinor']}
          currency={currency}
          label={w.pointValue(currency)}
        />
        <TextAt editor={editor} path={['timeZone']} label={w.timeZone} />
        <SelectAt editor={editor} path={['enrolment']} label={w.enrolment} options={w.enrolments} />
      </div>
    </section>
  );
};

const Rule = (props: SectionProps & { rule: ProgramDocument['earning'][number] }): JSX.Element => {
  const { editor, document, rule } = props;
  const w = words().program;
  const path = ['earning', rule.id];
  const label = rule.name === undefined ? w.on[rule.on] : nameOf(rule.name, rule.id);
  const per = 'per' in rule.points ? Object.keys(rule.points.per ?? {}) : [];
  return (
    <li class="wrap">
      <div class="grow">
        <CheckAt editor={editor} path={[...path, 'enabled']} label={<strong>{label}</strong>} />
      </div>
      {per.length === 0 ? (
        <NumberAt editor={editor} path={[...path, 'points', 'fixed']} label={w.pointsFor} />
      ) : (
        per.map((currency) => (
          <>
            <NumberAt
              editor={editor}
              path={[...path, 'points', 'per', currency, 'points']}
              label={w.pointsFor}
            />
            <MoneyAt
              editor={editor}
              path={[...path, 'points', 'per', currency, 'amountMinor']}
              currency={currency}
              label={w.perAmount(currency)}
            />
          </>
        ))
      )}
      {'hold' in rule && (
        <NumberAt editor={editor} path={[...path, 'hold', 'days']} label={w.holdDays} />
      )}
      {document.earning.length > 1 && (
        <Button
          kind="quiet"
          icon={Trash2}
          aria-label={w.remove(label)}
          onClick={() => editor.set(path, undefined)}
        />
      )}
    </li>
  );
};

/** What earns, and how much. */
export const EarningSection = ({ editor, document }: SectionProps): JSX.Element => (
  <section>
    <h2>{words().program.earning}</h2>
    <ul class="rows edit">
      {document.earning.map((rule) => (
        <Rule key={rule.id} editor={editor} document={document} rule={rule} />
      ))}
    </ul>
  </section>
);

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
  const w = words().program;
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
          <NumberAt editor={editor} path={['expiry', 'minimumDays']} label={w.minimumDays} />
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

/** The ladder, where there is one. */
export const TiersSection = ({ editor, document }: SectionProps): JSX.Element | null => {
  const w = words().program;
  if (document.tiers.length === 0) return null;
  const isMoney = document.tierPolicy?.metric === 'spend';
  const scale = isMoney ? minorUnitsOf(document.currency) : 1;
  return (
    <section>
      <h2>{w.tiers}</h2>
      <ul class="rows edit">
        {document.tiers.map(({ id }) => (
          <li key={id} class="wrap">
            <NameFields editor={editor} path={['tiers', id]} />
            <NumberAt
              editor={editor}
              path={['tiers', id, 'entry']}
              scale={scale}
              label={isMoney ? `${w.entry} (${document.currency})` : w.entry}
            />
            <TextAt editor={editor} path={['tiers', id, 'multiplier']} label={w.multiplier} />
          </li>
        ))}
      </ul>
    </section>
  );
};
