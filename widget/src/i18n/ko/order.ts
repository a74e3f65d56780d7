import type { OrderTexts } from '../messages.ts';

export const messages: OrderTexts = {
  orderPoints: '이번 주문으로 {points}',
  orderNow: '지금 사용할 수 있습니다',
  orderOn: '{day}부터 사용 가능',
  orderWhenPaid: '결제 확인 시 적립',
  orderWhenFulfilled: '발송 시 적립',
  orderWhenDelivered: '배송 완료 시 적립',
  orderAfterPaid: { other: '결제 {count}일 후 적립' },
  orderAfterFulfilled: { other: '발송 {count}일 후 적립' },
  orderAfterDelivered: { other: '배송 완료 {count}일 후 적립' },
  orderSum: '보유 {available} · 적립 예정 {pending}',
  orderSumNow: '보유 {available}',
  orderNever: '이번 주문에는 포인트가 없습니다.',
  orderWaits: '이번 주문의 포인트가 곧 여기에 표시됩니다.',
  orderJoin: '가입하고 {points} 받기',
  orderJoinGo: '가입하기',
  orderBirthday: '생일이 언제인가요?',
  orderBirthdayNow: '지금 {points}',
  orderBirthdayGift: '생일 선물',
  orderAdd: '등록하기',
};
