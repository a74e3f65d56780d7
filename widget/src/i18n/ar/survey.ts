import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: 'إرسال',
  surveyNotNow: 'ليس الآن',
  surveyPrivate: 'المتجر وحده يقرأ هذا.',
  surveyOffer: '{points} مهما كان جوابك.',
  surveyWords: 'بكلماتك',
  surveyMost: 'اختر {count} على الأكثر',
  surveyThanks: 'شكرًا لك.',
  surveyAnswered: 'لقد أجبت عن هذا.',
  surveyEarned: '{points} مقابل جوابك',
  surveyHeard: 'سينظر أحد العاملين في المتجر في الأمر.',
  surveyChange: 'تغيير جوابي',
  surveyWithdraw: 'سحب الجواب',
  surveyWithdrawn: 'سُحب جوابك.',
  surveyAgain: 'أجب من جديد',
  surveyClosed: 'انتهى هذا الاستبيان.',
  surveyFailed: 'لم يُرسل شيء. حاول مرة أخرى.',
  surveyDid: 'قلتَ رأيك ونحن نفّذنا',
  surveyNone: 'لا نسألك شيئًا الآن.',
};
