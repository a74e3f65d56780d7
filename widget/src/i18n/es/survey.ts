import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: 'Enviar',
  surveyNotNow: 'Ahora no',
  surveyPrivate: 'Solo lo lee la tienda.',
  surveyOffer: '{points}, digas lo que digas.',
  surveyWords: 'Con tus palabras',
  surveyMost: 'Elige hasta {count}',
  surveyThanks: 'Gracias.',
  surveyAnswered: 'Ya has respondido.',
  surveyEarned: '{points} por tu respuesta',
  surveyHeard: 'Alguien de la tienda lo mirará.',
  surveyChange: 'Cambiar mi respuesta',
  surveyWithdraw: 'Retirarla',
  surveyWithdrawn: 'Tu respuesta se ha retirado.',
  surveyAgain: 'Responder otra vez',
  surveyClosed: 'Esta encuesta está cerrada.',
  surveyFailed: 'No se ha enviado nada. Inténtalo de nuevo.',
  surveyDid: 'Lo dijiste y lo hemos hecho',
  surveyNone: 'Ahora no te preguntamos nada.',
};
