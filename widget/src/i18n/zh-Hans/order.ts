import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '本次订单 {points}',
  orderNow: '已到账',
  orderOn: '{day}到账',
  orderWhenPaid: '付款后到账',
  orderWhenFulfilled: '发货后到账',
  orderWhenDelivered: '签收后到账',
  orderAfterPaid: { other: '付款{count}天后到账' },
  orderAfterFulfilled: { other: '发货{count}天后到账' },
  orderAfterDelivered: { other: '签收{count}天后到账' },
  orderSum: '已有{available}，待到账{pending}',
  orderSumNow: '已有{available}',
  orderNever: '本次订单没有积分。',
  orderWaits: '本次订单的积分稍后会显示在这里。',
  orderJoin: '加入会员，领取{points}',
  orderJoinGo: '加入',
  orderBirthday: '您的生日是哪天？',
  orderBirthdayNow: '立即获得{points}',
  orderBirthdayGift: '生日当天有礼',
  orderAdd: '填写',
};
