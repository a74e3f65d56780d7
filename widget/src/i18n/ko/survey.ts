import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: '보내기',
  surveyNotNow: '나중에',
  surveyPrivate: '상점만 읽습니다.',
  surveyOffer: '내용과 관계없이 {points}.',
  surveyWords: '자유롭게 적어 주세요',
  surveyMost: '최대 {count}개 선택',
  surveyThanks: '감사합니다.',
  surveyAnswered: '이미 답하셨습니다.',
  surveyEarned: '답변으로 {points}',
  surveyHeard: '상점 담당자가 확인하겠습니다.',
  surveyChange: '답변 수정',
  surveyWithdraw: '답변 철회',
  surveyWithdrawn: '답변을 철회했습니다.',
  surveyAgain: '다시 답하기',
  surveyClosed: '종료된 설문입니다.',
  surveyFailed: '전송되지 않았습니다. 다시 시도해 주세요.',
  surveyDid: '말씀해 주신 의견을 반영했습니다',
  surveyNone: '지금은 설문이 없습니다.',
};
