import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: '送信する',
  surveyNotNow: '今はしない',
  surveyPrivate: 'ショップだけが読みます。',
  surveyOffer: '内容を問わず{points}。',
  surveyWords: '自由にお書きください',
  surveyMost: '{count}つまで選べます',
  surveyThanks: 'ありがとうございます。',
  surveyAnswered: '回答済みです。',
  surveyEarned: 'ご回答で{points}',
  surveyHeard: 'ショップの担当者が確認いたします。',
  surveyChange: '回答を変更する',
  surveyWithdraw: '回答を取り消す',
  surveyWithdrawn: '回答を取り消しました。',
  surveyAgain: 'もう一度回答する',
  surveyClosed: 'このアンケートは終了しました。',
  surveyFailed: '送信できませんでした。もう一度お試しください。',
  surveyDid: 'お客様の声への対応',
  surveyNone: '現在、お願いしているアンケートはありません。',
};
