import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import type { ExpiryPolicy, ProgramDocument } from '@okaeri/shared/program';
import { LANGUAGES, language, words } from '../i18n/words.ts';
import { minorUnitsOf } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { CheckAt, MoneyAt, NumberAt, SelectAt, TextAt } from './fields.tsx';
import type { Editor } from './program-model.ts';

interface Props {
  editor: Editor;
  document: ProgramDocument;
}

const nameOf = (texts: Readonly<Record<string, string>> | undefined, id: string): string =>
  texts?.[language.value] ?? texts?.['en'] ?? id;

const NameFields = ({ editor, path }: { editor: Editor; path: readonly string[] }): JSX.Element => (
  <>
    {Object.entries(LANGUAGES).map(([key, name]) => (
      <TextAt
        key={key}
        editor={editor}
        path={[...path, 'name', key]}
        label={words().program.nameIn(name)}
      />
    ))}
  </>
);

/** What the programme and its points are called, and worth. */
export const BasicsSection = ({ editor, document }: Props): JSX.Element => {
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

const Rule = (props: Props & { rule: ProgramDocument['earning'][number] }): JSX.Element => {
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
export const EarningSection = ({ editor, document }: Props): JSX.Element => (
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
export const PoliciesSection = ({ editor, document }: Props): JSX.Element => {
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

const Reward = (props: Props & { reward: ProgramDocument['rewards'][number] }): JSX.Element => {
  const { editor, document, reward } = props;
  const w = words().program;
  const path = ['rewards', reward.id];
  const name = nameOf(reward.name, reward.id);
  return (
    <li class="wrap">
      <div class="grow">
        <CheckAt
          editor={editor}
          path={[...path, 'enabled']}
          label={
            <>
              <strong>{name}</strong> <span class="badge">{w.kind[reward.kind]}</span>
            </>
          }
        />
      </div>
      <NameFields editor={editor} path={path} />
      {'fixed' in reward.cost && (
        <NumberAt editor={editor} path={[...path, 'cost', 'fixed']} label={w.cost} />
      )}
      {document.currency in reward.value && (
        <MoneyAt
          editor={editor}
          path={[...path, 'value', document.currency]}
          currency={document.currency}
          label={w.value(document.currency)}
        />
      )}
      <NumberAt editor={editor} path={[...path, 'validDays']} label={w.validDays} />
      <Button
        kind="quiet"
        icon={Trash2}
        aria-label={w.remove(name)}
        onClick={() => editor.set(path, undefined)}
      />
    </li>
  );
};

/** A discount as it begins: as much as five hundred points are worth. */
const newReward = (document: ProgramDocument): ProgramDocument['rewards'][number] => {
  const { currency, pointValueMinor, rewards } = document;
  const ids = new Set(rewards.map(({ id }) => id));
  let n = rewards.length + 1;
  while (ids.has(`reward${n}`)) n += 1;
  const points = 500;
  const valueMinor = Math.max(1, points * pointValueMinor);
  const format = (tag: string): string =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    }).format(valueMinor / minorUnitsOf(currency));
  return {
    id: `reward${n}`,
    kind: 'fixedDiscount',
    enabled: true,
    name: { en: `${format('en')} off`, ja: `${format('ja')}引き` },
    cost: { fixed: points },
    variants: [],
    value: { [currency]: valueMinor },
    minimumBasket: {},
    minimumItems: 0,
    combinable: true,
    validDays: 90,
    stock: null,
    limit: null,
    codes: 'generated',
    tags: [],
  };
};

/** What points can be had for. */
export const RewardsSection = ({ editor, document }: Props): JSX.Element => {
  const w = words().program;
  const add = (): void => {
    const reward = newReward(document);
    editor.set(['rewards', reward.id], reward);
  };
  return (
    <section>
      <h2>{w.rewards}</h2>
      <ul class="rows edit">
        {document.rewards.map((reward) => (
          <Reward key={reward.id} editor={editor} document={document} reward={reward} />
        ))}
      </ul>
      <div class="row">
        <Button icon={Plus} onClick={add}>
          {w.addReward}
        </Button>
      </div>
    </section>
  );
};

/** The ladder, where there is one. */
export const TiersSection = ({ editor, document }: Props): JSX.Element | null => {
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
