import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: 'このご注文で {points}',
  orderNow: '確定しました',
  orderOn: '{day}に確定',
  orderWhenPaid: 'お支払いの確認時に確定',
  orderWhenFulfilled: '商品の発送時に確定',
  orderWhenDelivered: '商品のお届け時に確定',
  orderAfterPaid: { other: 'お支払いから{count}日後に確定' },
  orderAfterFulfilled: { other: '発送から{count}日後に確定' },
  orderAfterDelivered: { other: 'お届けから{count}日後に確定' },
  orderSum: '保有{available}・獲得予定{pending}',
  orderSumNow: '保有{available}',
  orderNever: 'このご注文ではポイントが付きません。',
  orderWaits: 'このご注文のポイントは、まもなくここに表示されます。',
  orderJoin: '会員登録で{points}を受け取る',
  orderJoinGo: '会員登録',
  orderBirthday: 'お誕生日のご登録',
  orderBirthdayNow: '登録で{points}',
  orderBirthdayGift: 'お誕生日に特典',
  orderAdd: '登録する',
};
