import type { JSX } from 'preact';
import { PartyPopper } from 'lucide';
import type { ProgramDocument } from '@okaeri/shared/program';
import { MoneyAt, NumberAt, SelectAt } from '../document/fields.tsx';
import { InstantAt } from '../document/more-fields.tsx';
import { messages } from '../i18n/messages.ts';
import { shopNow } from '../lib/shop-clock.ts';
import { AudienceAt, OwnExpiryAt } from './bound-fields.tsx';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { newEntity, NameFields, EntityList, type SectionProps } from './section-parts.tsx';

type Gift = ProgramDocument['gifts'][number];

const MILLION = 1_000_000;
const MONTH_MS = 30 * 86_400_000;

/** Unannounced gifts with an order, drawn by lot. */
export const GiftsSection = (of: SectionProps): JSX.Element => (
  <EntityList {...of} list="gifts" icon={PartyPopper} make={newGift} Item={GiftItem} />
);

/** One order in twenty, for a month, within a budget: off until somebody means it. */
function newGift(document: ProgramDocument): Gift {
  return {
    ...newEntity(document, 'gifts'),
    enabled: false,
    probabilityPpm: MILLION / 20,
    points: 100,
    expiry: null,
    from: new Date(shopNow()).toISOString(),
    until: new Date(shopNow() + MONTH_MS).toISOString(),
    minimumBasket: {},
    budgetPoints: 10_000,
    perShopperMax: 1,
    redeemableFor: 'discounts',
  };
}

function GiftItem({ editor, document, of }: SectionProps & { of: Gift }): JSX.Element {
  const w = messages().programFields;
  const path = ['gifts', of.id];
  const { currency } = document;
  return (
    <ListItem
      editor={editor}
      path={path}
      name={nameOf(of.name, of.id)}
      more={
        <>
          <MoneyAt
            editor={editor}
            path={[...path, 'minimumBasket', currency]}
            label={w.minimumBasket(currency)}
            currency={currency}
            optional="absent"
          />
          <SelectAt
            editor={editor}
            path={[...path, 'redeemableFor']}
            label={w.redeemableFor}
            options={w.redeemables}
          />
          <OwnExpiryAt editor={editor} path={path} />
          <AudienceAt editor={editor} document={document} path={path} />
        </>
      }
    >
      <NameFields editor={editor} path={path} />
      <NumberAt
        editor={editor}
        path={[...path, 'probabilityPpm']}
        label={w.probability}
        scale={MILLION / 100}
      />
      <NumberAt editor={editor} path={[...path, 'points']} label={w.points} />
      <NumberAt editor={editor} path={[...path, 'budgetPoints']} label={w.budget} />
      <NumberAt editor={editor} path={[...path, 'perShopperMax']} label={w.perShopper} />
      <InstantAt editor={editor} path={[...path, 'from']} label={w.from} />
      <InstantAt editor={editor} path={[...path, 'until']} label={w.until} />
    </ListItem>
  );
}
