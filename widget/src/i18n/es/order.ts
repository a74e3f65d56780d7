import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '{points} con este pedido',
  orderNow: 'Ya son tuyos',
  orderOn: 'Tuyos el {day}',
  orderWhenPaid: 'Tuyos con el pago',
  orderWhenFulfilled: 'Tuyos cuando enviemos tu paquete',
  orderWhenDelivered: 'Tuyos cuando llegue tu paquete',
  orderAfterPaid: {
    one: 'Tuyos {count} día después del pago',

    other: 'Tuyos {count} días después del pago',
  },
  orderAfterFulfilled: {
    one: 'Tuyos {count} día después del envío',

    other: 'Tuyos {count} días después del envío',
  },
  orderAfterDelivered: {
    one: 'Tuyos {count} día después de la entrega',

    other: 'Tuyos {count} días después de la entrega',
  },
  orderSum: '{available} tuyos, {pending} en camino',
  orderSumNow: '{available} tuyos',
  orderNever: 'Este pedido no da puntos.',
  orderWaits: 'Los puntos de este pedido aparecerán aquí en un momento.',
  orderJoin: 'Únete y quédate con {points}',
  orderJoinGo: 'Unirme',
  orderBirthday: '¿Cuándo es tu cumpleaños?',
  orderBirthdayNow: '{points} ahora',
  orderBirthdayGift: 'Un regalo ese día',
  orderAdd: 'Añadirlo',
};
