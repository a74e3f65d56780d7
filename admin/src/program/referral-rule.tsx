import { MoneyAt, NumberAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { newRule, type RuleFieldsProps, type RuleKind } from './rule-parts.ts';

/** Points for a friend's first order, for both sides. */
export const referralRule: RuleKind<'referral'> = {
  isOnce: true,
  Fields: ({ editor, document, path }: RuleFieldsProps) => {
    const w = messages().earningRules.referral;
    const { currency } = document;
    return (
      <>
        <NumberAt
          editor={editor}
          path={[...path, 'friendPoints']}
          label={w.friendPoints}
          optional="null"
        />
        <MoneyAt
          editor={editor}
          path={[...path, 'minimumBasket', currency]}
          label={messages().programFields.minimumBasket(currency)}
          currency={currency}
          optional="absent"
        />
        <NumberAt editor={editor} path={[...path, 'sameAddressMax']} label={w.sameAddress} />
        <NumberAt editor={editor} path={[...path, 'perDayMax']} label={w.perDay} />
      </>
    );
  },
  make: (document) => ({
    ...newRule(document),
    on: 'referral',
    points: { fixed: 500 },
    friendPoints: 500,
    minimumBasket: {},
    hold: { days: 14, from: 'paid' },
    sameAddressMax: 3,
    perDayMax: 10,
  }),
};
