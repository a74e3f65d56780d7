import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: 'Envoyer',
  surveyNotNow: 'Pas maintenant',
  surveyPrivate: 'Seule la boutique lit ceci.',
  surveyOffer: '{points}, quoi que vous disiez.',
  surveyWords: 'Avec vos mots',
  surveyMost: '{count} choix au plus',
  surveyThanks: 'Merci.',
  surveyAnswered: 'Vous avez répondu.',
  surveyEarned: '{points} pour votre réponse',
  surveyHeard: 'Quelqu’un de la boutique va s’en occuper.',
  surveyChange: 'Modifier ma réponse',
  surveyWithdraw: 'La retirer',
  surveyWithdrawn: 'Votre réponse est retirée.',
  surveyAgain: 'Répondre à nouveau',
  surveyClosed: 'Cette enquête est close.',
  surveyFailed: 'Rien n’a été envoyé. Réessayez.',
  surveyDid: 'Vous l’avez dit, nous l’avons fait',
  surveyNone: 'Nous ne vous demandons rien pour le moment.',
};
