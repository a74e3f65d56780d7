import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '{points} avec cette commande',
  orderNow: 'Déjà à vous',
  orderOn: 'À vous le {day}',
  orderWhenPaid: 'À vous dès votre paiement',
  orderWhenFulfilled: 'À vous dès l’expédition de votre colis',
  orderWhenDelivered: 'À vous dès la livraison de votre colis',
  orderAfterPaid: {
    one: 'À vous {count} jour après votre paiement',

    other: 'À vous {count} jours après votre paiement',
  },
  orderAfterFulfilled: {
    one: 'À vous {count} jour après l’expédition',

    other: 'À vous {count} jours après l’expédition',
  },
  orderAfterDelivered: {
    one: 'À vous {count} jour après la livraison',

    other: 'À vous {count} jours après la livraison',
  },
  orderSum: '{available} à vous, {pending} en attente',
  orderSumNow: '{available} à vous',
  orderNever: 'Cette commande ne rapporte pas de points.',
  orderWaits: 'Les points de cette commande apparaîtront ici dans un instant.',
  orderJoin: 'Adhérez et gardez ces {points}',
  orderJoinGo: 'Adhérer',
  orderBirthday: 'Quel jour est votre anniversaire ?',
  orderBirthdayNow: '{points} tout de suite',
  orderBirthdayGift: 'Un cadeau le jour même',
  orderAdd: 'L’indiquer',
};
