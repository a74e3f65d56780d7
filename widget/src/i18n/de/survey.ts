import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: 'Senden',
  surveyNotNow: 'Nicht jetzt',
  surveyPrivate: 'Nur der Shop liest das.',
  surveyOffer: '{points}, egal was Sie sagen.',
  surveyWords: 'In Ihren Worten',
  surveyMost: 'Bis zu {count} auswählen',
  surveyThanks: 'Vielen Dank.',
  surveyAnswered: 'Das haben Sie beantwortet.',
  surveyEarned: '{points} für Ihre Antwort',
  surveyHeard: 'Jemand vom Shop kümmert sich darum.',
  surveyChange: 'Antwort ändern',
  surveyWithdraw: 'Zurückziehen',
  surveyWithdrawn: 'Ihre Antwort ist zurückgezogen.',
  surveyAgain: 'Noch einmal antworten',
  surveyClosed: 'Diese Umfrage ist beendet.',
  surveyFailed: 'Es wurde nichts gesendet. Bitte noch einmal versuchen.',
  surveyDid: 'Sie sagten es, wir haben gehandelt',
  surveyNone: 'Im Moment fragen wir Sie nichts.',
};
