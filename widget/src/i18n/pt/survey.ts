import type { SurveyTexts } from '../messages.ts';

export const messages: SurveyTexts = {
  surveySend: 'Enviar',
  surveyNotNow: 'Agora não',
  surveyPrivate: 'Só a loja lê isso.',
  surveyOffer: '{points}, diga o que disser.',
  surveyWords: 'Com suas palavras',
  surveyMost: 'Escolha até {count}',
  surveyThanks: 'Obrigado.',
  surveyAnswered: 'Você já respondeu.',
  surveyEarned: '{points} pela sua resposta',
  surveyHeard: 'Alguém da loja vai cuidar disso.',
  surveyChange: 'Mudar a resposta',
  surveyWithdraw: 'Retirar',
  surveyWithdrawn: 'Sua resposta foi retirada.',
  surveyAgain: 'Responder de novo',
  surveyClosed: 'Esta pesquisa foi encerrada.',
  surveyFailed: 'Nada foi enviado. Tente de novo.',
  surveyDid: 'Disse-nos, e nós fizemos',
  surveyNone: 'No momento, não há perguntas para você.',
};
