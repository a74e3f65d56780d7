import { minorUnitsOf } from '@okaeri/shared/currencies';
import { CheckAt, MoneyAt, SelectAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { ScopeAt } from './bound-fields.tsx';
import { newRule, type RuleFieldsProps, type RuleKind } from './rule-parts.ts';

/** Points for what is bought. */
export const orderRule: RuleKind<'order'> = {
  canBePerAmount: true,
  Fields: ({ editor, path }: RuleFieldsProps) => {
    const w = messages().earningRules.order;
    return (
      <SelectAt
        editor={editor}
        path={[...path, 'hold', 'from']}
        label={w.holdFrom}
        options={w.holdFroms}
      />
    );
  },
  MoreFields: ({ editor, document, path }: RuleFieldsProps) => {
    const w = messages().earningRules.order;
    const { currency } = document;
    return (
      <>
        <SelectAt
          editor={editor}
          path={[...path, 'rounding']}
          label={w.rounding}
          options={w.roundings}
        />
        <MoneyAt
          editor={editor}
          path={[...path, 'conditions', 'minimumBasket', currency]}
          label={messages().programFields.minimumBasket(currency)}
          currency={currency}
          optional="absent"
        />
        <CheckAt editor={editor} path={[...path, 'includeTax']} label={w.includeTax} />
        <CheckAt editor={editor} path={[...path, 'includeShipping']} label={w.includeShipping} />
        <CheckAt
          editor={{
            ...editor,
            set: (at, isOn) => editor.set(at, isOn === true ? true : undefined),
          }}
          path={[...path, 'conditions', 'firstOrder']}
          label={w.firstOrder}
        />
        <ScopeAt editor={editor} path={path} />
      </>
    );
  },
  make: (document) => ({
    ...newRule(document),
    on: 'order',
    points: {
      per: { [document.currency]: { amountMinor: minorUnitsOf(document.currency), points: 1 } },
    },
    scope: {},
    conditions: {},
    exclusive: false,
    includeTax: true,
    includeShipping: false,
    rounding: 'floor',
    hold: { days: 14, from: 'paid' },
  }),
};
