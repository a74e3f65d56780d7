import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '{points} con questo ordine',
  orderNow: 'Già tuoi',
  orderOn: 'Tuoi il {day}',
  orderWhenPaid: 'Tuoi con il pagamento',
  orderWhenFulfilled: 'Tuoi quando parte il tuo pacco',
  orderWhenDelivered: 'Tuoi quando arriva il tuo pacco',
  orderAfterPaid: {
    one: 'Tuoi {count} giorno dopo il pagamento',

    other: 'Tuoi {count} giorni dopo il pagamento',
  },
  orderAfterFulfilled: {
    one: 'Tuoi {count} giorno dopo la spedizione',

    other: 'Tuoi {count} giorni dopo la spedizione',
  },
  orderAfterDelivered: {
    one: 'Tuoi {count} giorno dopo la consegna',

    other: 'Tuoi {count} giorni dopo la consegna',
  },
  orderSum: '{available} tuoi, {pending} in arrivo',
  orderSumNow: '{available} tuoi',
  orderNever: 'Questo ordine non dà punti.',
  orderWaits: 'I punti di questo ordine appariranno qui tra un momento.',
  orderJoin: 'Iscriviti e tieni questi {points}',
  orderJoinGo: 'Iscriviti',
  orderBirthday: 'Quando è il tuo compleanno?',
  orderBirthdayNow: '{points} subito',
  orderBirthdayGift: 'Un regalo quel giorno',
  orderAdd: 'Aggiungilo',
};
