import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import type { ProgramDocument } from '@okaeri/shared/program';
import { words } from '../i18n/words.ts';
import { minorUnitsOf } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { CheckAt, MoneyAt, NumberAt } from '../document/fields.tsx';
import { NameFields, nameOf, type SectionProps } from './section-parts.tsx';

const Reward = (
  props: SectionProps & { reward: ProgramDocument['rewards'][number] },
): JSX.Element => {
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
export const RewardsSection = ({ editor, document }: SectionProps): JSX.Element => {
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
