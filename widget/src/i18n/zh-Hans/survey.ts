import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: '发送',
  surveyNotNow: '暂不',
  surveyPrivate: '只有商店会读到。',
  surveyOffer: '无论回答什么，都有{points}。',
  surveyWords: '请用自己的话写',
  surveyMost: '最多选{count}项',
  surveyThanks: '谢谢。',
  surveyAnswered: '你已回答。',
  surveyEarned: '回答获得{points}',
  surveyHeard: '商店的工作人员会跟进。',
  surveyChange: '修改回答',
  surveyWithdraw: '撤回',
  surveyWithdrawn: '你的回答已撤回。',
  surveyAgain: '重新回答',
  surveyClosed: '此问卷已结束。',
  surveyFailed: '没有发送成功，请重试。',
  surveyDid: '您的意见，我们已落实',
  surveyNone: '目前没有问题要请教你。',
};
