import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: 'Invia',
  surveyNotNow: 'Non ora',
  surveyPrivate: 'Lo legge solo il negozio.',
  surveyOffer: '{points}, qualunque cosa tu dica.',
  surveyWords: 'Con parole tue',
  surveyMost: 'Scegli al massimo {count}',
  surveyThanks: 'Grazie.',
  surveyAnswered: 'Hai già risposto.',
  surveyEarned: '{points} per la tua risposta',
  surveyHeard: 'Qualcuno del negozio se ne occuperà.',
  surveyChange: 'Modifica la risposta',
  surveyWithdraw: 'Ritira',
  surveyWithdrawn: 'La tua risposta è stata ritirata.',
  surveyAgain: 'Rispondi di nuovo',
  surveyClosed: 'Questo sondaggio è chiuso.',
  surveyFailed: 'Non è stato inviato nulla. Riprova.',
  surveyDid: 'L’hai detto e l’abbiamo fatto',
  surveyNone: 'Ora non ti chiediamo nulla.',
};
