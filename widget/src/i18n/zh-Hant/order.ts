import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '本次訂單 {points}',
  orderNow: '已入帳',
  orderOn: '{day}入帳',
  orderWhenPaid: '付款後入帳',
  orderWhenFulfilled: '出貨後入帳',
  orderWhenDelivered: '送達後入帳',
  orderAfterPaid: { other: '付款{count}天後入帳' },
  orderAfterFulfilled: { other: '出貨{count}天後入帳' },
  orderAfterDelivered: { other: '送達{count}天後入帳' },
  orderSum: '已有{available}，待入帳{pending}',
  orderSumNow: '已有{available}',
  orderNever: '本次訂單沒有點數。',
  orderWaits: '本次訂單的點數稍後會顯示在這裡。',
  orderJoin: '加入會員，保留{points}',
  orderJoinGo: '加入',
  orderBirthday: '您的生日是哪天？',
  orderBirthdayNow: '立即獲得{points}',
  orderBirthdayGift: '生日當天有禮',
  orderAdd: '填寫',
};
