import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '{points} aus dieser Bestellung',
  orderNow: 'Schon Ihre',
  orderOn: 'Ihre ab {day}',
  orderWhenPaid: 'Ihre mit Ihrer Zahlung',
  orderWhenFulfilled: 'Ihre, sobald Ihr Paket unterwegs ist',
  orderWhenDelivered: 'Ihre, sobald Ihr Paket ankommt',
  orderAfterPaid: {
    one: 'Ihre {count} Tag nach Ihrer Zahlung',
    other: 'Ihre {count} Tage nach Ihrer Zahlung',
  },
  orderAfterFulfilled: {
    one: 'Ihre {count} Tag nach dem Versand',
    other: 'Ihre {count} Tage nach dem Versand',
  },
  orderAfterDelivered: {
    one: 'Ihre {count} Tag nach der Lieferung',
    other: 'Ihre {count} Tage nach der Lieferung',
  },
  orderSum: '{available} gehören Ihnen, {pending} unterwegs',
  orderSumNow: '{available} gehören Ihnen',
  orderNever: 'Diese Bestellung bringt keine Punkte.',
  orderWaits: 'Die Punkte dieser Bestellung erscheinen gleich hier.',
  orderJoin: 'Beitreten und {points} behalten',
  orderJoinGo: 'Beitreten',
  orderBirthday: 'Wann haben Sie Geburtstag?',
  orderBirthdayNow: '{points} sofort',
  orderBirthdayGift: 'Ein Geschenk zum Geburtstag',
  orderAdd: 'Eintragen',
};
