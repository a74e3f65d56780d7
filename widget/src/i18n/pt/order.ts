import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '{points} com este pedido',
  orderNow: 'Já são seus',
  orderOn: 'Seus em {day}',
  orderWhenPaid: 'Seus com o pagamento',
  orderWhenFulfilled: 'Seus quando o pacote sair',
  orderWhenDelivered: 'Seus quando o pacote chegar',
  orderAfterPaid: {
    one: 'Seus {count} dia após o pagamento',

    other: 'Seus {count} dias após o pagamento',
  },
  orderAfterFulfilled: {
    one: 'Seus {count} dia após o envio',

    other: 'Seus {count} dias após o envio',
  },
  orderAfterDelivered: {
    one: 'Seus {count} dia após a entrega',

    other: 'Seus {count} dias após a entrega',
  },
  orderSum: '{available} seus, {pending} a caminho',
  orderSumNow: '{available} seus',
  orderNever: 'Este pedido não rende pontos.',
  orderWaits: 'Os pontos deste pedido aparecem aqui em instantes.',
  orderJoin: 'Participe e fique com {points}',
  orderJoinGo: 'Participar',
  orderBirthday: 'Quando é o seu aniversário?',
  orderBirthdayNow: '{points} agora',
  orderBirthdayGift: 'Um presente no dia',
  orderAdd: 'Informar',
};
