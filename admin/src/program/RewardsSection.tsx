import type { JSX } from 'preact';
import type { Reward, RewardKind } from '@okaeri/shared/rewards';
import { CheckAt, MoneyAt, NumberAt, SelectAt, WordsAt } from '../document/fields.tsx';
import { ItemsAt, ProductAt } from '../document/ItemsAt.tsx';
import { InstantAt } from '../document/more-fields.tsx';
import { isItemOpen } from '../document/open-items.ts';
import { showField } from '../document/show-field.ts';
import { messages } from '../i18n/messages.ts';
import { AddMenu } from './AddMenu.tsx';
import { AudienceAt, LimitAt } from './bound-fields.tsx';
import { IconAt } from './IconAt.tsx';
import { PictureAt } from './PictureAt.tsx';
import { VariantsAt } from './VariantsAt.tsx';
import { newReward, REWARD_KINDS } from './new-reward.ts';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { NameFields, type SectionProps } from './section-parts.tsx';

type Of = SectionProps & { reward: Reward; path: readonly string[] };

/** What points can be had for. */
export const RewardsSection = ({ editor, document }: SectionProps): JSX.Element => {
  const w = messages();
  const add = (kind: RewardKind): void => {
    const reward = newReward(document, kind);
    editor.set(['rewards', reward.id], reward);
    showField(['rewards', reward.id]);
  };
  return (
    <section>
      <div class="row between">
        <h2>{w.program.rewards}</h2>
        <AddMenu
          label={w.programFields.addReward}
          kinds={REWARD_KINDS.map((kind) => [kind, w.program.kind[kind]])}
          onAdd={add}
        />
      </div>
      <ul class="entities">
        {document.rewards.map((reward) => (
          <RewardThing key={reward.id} editor={editor} document={document} reward={reward} />
        ))}
      </ul>
    </section>
  );
};

function RewardThing(props: SectionProps & { reward: Reward }): JSX.Element {
  const { editor, document, reward } = props;
  const w = messages();
  const path = ['rewards', reward.id];
  const name = nameOf(reward.name, reward.id);
  const of = { editor, document, reward, path };
  const { currency } = document;
  return (
    <ListItem
      editor={editor}
      path={path}
      name={name}
      {...(isItemOpen(path) ? { badge: w.program.kind[reward.kind] } : {})}
      more={
        <>
          <MoneyAt
            editor={editor}
            path={[...path, 'minimumBasket', currency]}
            label={w.programFields.minimumBasket(currency)}
            currency={currency}
            optional="absent"
          />
          <NumberAt
            editor={editor}
            path={[...path, 'stock']}
            label={w.programFields.stock}
            hint={w.programFields.budgetText}
            optional="null"
          />
          <SelectAt
            editor={editor}
            path={[...path, 'codes']}
            label={w.programFields.codes}
            options={w.programFields.codeKinds}
          />
          <LimitAt editor={editor} path={path} />
          <VariantsAt
            editor={editor}
            document={document}
            path={[...path, 'variants']}
            of={reward.variants}
            field="cost"
            label={w.program.cost}
            begin={reward.cost.variable === undefined ? reward.cost : { fixed: 100 }}
          />
          <CheckAt
            editor={editor}
            path={[...path, 'combinable']}
            label={w.programFields.combinable}
          />
          <AudienceAt editor={editor} document={document} path={path} />
        </>
      }
    >
      <NameFields editor={editor} path={path} />
      <CostFields {...of} />
      <KindFields {...of} />
      <NumberAt editor={editor} path={[...path, 'validDays']} label={w.program.validDays} />
      <div class="looks">
        <PictureAt editor={editor} document={document} path={path} name={name} />
        <IconAt editor={editor} path={path} name={name} />
      </div>
    </ListItem>
  );
}

function CostFields({ editor, document, reward, path }: Of): JSX.Element {
  const w = messages();
  const { currency } = document;
  const isWorth = currency in reward.value;
  const mayBeFree = ['percentage', 'freeShipping', 'freeProduct', 'custom'].includes(reward.kind);
  return (
    <>
      {reward.cost.variable === undefined ? (
        <NumberAt editor={editor} path={[...path, 'cost', 'fixed']} label={w.program.cost} />
      ) : (
        (['stepPoints', 'minimumPoints', 'maximumPoints'] as const).map((name) => (
          <NumberAt
            key={name}
            editor={editor}
            path={[...path, 'cost', 'variable', name]}
            label={w.programFields.slider[name]}
          />
        ))
      )}
      {(isWorth || mayBeFree) && (
        <MoneyAt
          editor={editor}
          path={[...path, 'value', currency]}
          currency={currency}
          label={
            reward.kind === 'percentage'
              ? w.programFields.atMost(currency)
              : w.program.value(currency)
          }
          {...(mayBeFree ? { optional: 'absent' as const } : {})}
        />
      )}
    </>
  );
}

/** What only one kind of reward asks for. */
function KindFields({ editor, reward, path }: Of): JSX.Element | null {
  const w = messages().programFields;
  switch (reward.kind) {
    case 'percentage':
      return <NumberAt editor={editor} path={[...path, 'percent']} label={w.percent} />;
    case 'freeProduct':
      return <ProductAt editor={editor} path={[...path, 'productId']} label={w.productId} />;
    case 'productDiscount':
      return (
        <ItemsAt
          editor={editor}
          path={[...path, 'productIds']}
          kind="product"
          label={w.scope.productIds}
          hint={messages().pickers.searchProducts}
        />
      );
    case 'collectionDiscount':
      return (
        <ItemsAt
          editor={editor}
          path={[...path, 'collectionIds']}
          kind="collection"
          label={w.scope.collectionIds}
        />
      );
    case 'donation':
      return <WordsAt editor={editor} path={[...path, 'cause']} label={w.cause} />;
    case 'earlyAccess':
      return <InstantAt editor={editor} path={[...path, 'from']} label={w.from} />;
    case 'event':
      return <InstantAt editor={editor} path={[...path, 'startsAt']} label={w.startsAt} />;
    default:
      return null;
  }
}
