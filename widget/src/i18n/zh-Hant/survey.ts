import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: '送出',
  surveyNotNow: '暫不',
  surveyPrivate: '只有商店會讀到。',
  surveyOffer: '無論回答什麼，都有{points}。',
  surveyWords: '請用自己的話寫',
  surveyMost: '最多選{count}項',
  surveyThanks: '謝謝。',
  surveyAnswered: '你已回答。',
  surveyEarned: '回答獲得{points}',
  surveyHeard: '商店的人員會跟進。',
  surveyChange: '修改回答',
  surveyWithdraw: '撤回',
  surveyWithdrawn: '你的回答已撤回。',
  surveyAgain: '重新回答',
  surveyClosed: '此問卷已結束。',
  surveyFailed: '沒有送出，請再試一次。',
  surveyDid: '您的意見，我們已落實',
  surveyNone: '目前沒有問題要請教你。',
};
