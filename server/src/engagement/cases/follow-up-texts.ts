import type { TextsByLanguage } from '../../platform/lib/reader-language.ts';

/** What the page says that asks whether a case was put right. */
interface FollowUpTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly solved: string;
  readonly notSolved: (shop: string) => string;
  readonly over: string;
}

/** English and Japanese were written by hand; the others were drafted by a machine. */
export const FOLLOW_UP_TEXTS: TextsByLanguage<FollowUpTexts> = {
  en: {
    title: 'Did we put it right?',
    ask: (shop) => `${shop} marked what you had told them as solved. Is it?`,
    yes: 'Yes, it’s solved',
    no: 'No, not yet',
    solved: 'Thank you. We’re glad to hear it.',
    notSolved: (shop) =>
      `Thank you for telling us. ${shop} looks at it again and will write to you.`,
    over: 'There is nothing to answer here any more. Write to the shop if something is not right.',
  },
  ja: {
    title: '問題は解決しましたか',
    ask: (shop) => `${shop}は、いただいたお話を解決済みとしました。解決していますか。`,
    yes: 'はい、解決しました',
    no: 'いいえ、まだです',
    solved: 'ご回答ありがとうございます。お役に立てて何よりです。',
    notSolved: (shop) =>
      `お知らせいただきありがとうございます。${shop}が改めて確認し、ご連絡します。`,
    over: 'この確認は終了しています。お困りのことがあれば、ショップへお問い合わせください。',
  },
  de: {
    title: 'Ist es in Ordnung gebracht?',
    ask: (shop) => `${shop} hat Ihr Anliegen als gelöst markiert. Stimmt das?`,
    yes: 'Ja, es ist gelöst',
    no: 'Nein, noch nicht',
    solved: 'Vielen Dank. Das freut uns.',
    notSolved: (shop) =>
      `Danke für die Rückmeldung. ${shop} sieht es sich noch einmal an und schreibt Ihnen.`,
    over: 'Hier gibt es nichts mehr zu beantworten. Schreiben Sie dem Shop, wenn etwas nicht stimmt.',
  },
  fr: {
    title: 'Le problème est-il résolu ?',
    ask: (shop) => `${shop} a marqué votre demande comme résolue. Est-ce le cas ?`,
    yes: 'Oui, c’est résolu',
    no: 'Non, pas encore',
    solved: 'Merci. Nous en sommes ravis.',
    notSolved: (shop) =>
      `Merci de nous l’avoir signalé. ${shop} va s’en occuper à nouveau et vous écrira.`,
    over: 'Il n’y a plus rien à répondre ici. Écrivez à la boutique si quelque chose ne va pas.',
  },
  es: {
    title: '¿Lo hemos solucionado?',
    ask: (shop) => `${shop} ha marcado tu consulta como solucionada. ¿Es así?`,
    yes: 'Sí, está solucionado',
    no: 'No, todavía no',
    solved: 'Gracias. Nos alegra saberlo.',
    notSolved: (shop) => `Gracias por avisarnos. ${shop} lo revisará de nuevo y te escribirá.`,
    over: 'Aquí ya no hay nada que responder. Escribe a la tienda si algo no está bien.',
  },
  it: {
    title: 'È tutto risolto?',
    ask: (shop) => `${shop} ha segnato la tua richiesta come risolta. È così?`,
    yes: 'Sì, è risolta',
    no: 'No, non ancora',
    solved: 'Grazie. Ci fa piacere.',
    notSolved: (shop) => `Grazie per averlo detto. ${shop} se ne occuperà di nuovo e ti scriverà.`,
    over: 'Qui non c’è più nulla a cui rispondere. Scrivi al negozio se qualcosa non va.',
  },
  pt: {
    title: 'Ficou resolvido?',
    ask: (shop) => `${shop} marcou o seu pedido como resolvido. Está mesmo?`,
    yes: 'Sim, está resolvido',
    no: 'Não, ainda não',
    solved: 'Obrigado. Ficamos contentes por saber.',
    notSolved: (shop) => `Obrigado por nos dizer. ${shop} vai ver de novo e escreve para si.`,
    over: 'Já não há nada a responder aqui. Escreva à loja se algo não estiver bem.',
  },
  'zh-Hans': {
    title: '问题解决了吗？',
    ask: (shop) => `${shop}已将您反映的问题标记为已解决。是否已经解决？`,
    yes: '是的，已解决',
    no: '还没有',
    solved: '谢谢，很高兴听到这个消息。',
    notSolved: (shop) => `感谢您的告知。${shop}会再次处理，并与您联系。`,
    over: '这里已无需回答。如有问题，请联系商店。',
  },
  'zh-Hant': {
    title: '問題解決了嗎？',
    ask: (shop) => `${shop}已將您反映的問題標記為已解決。是否已經解決？`,
    yes: '是的，已解決',
    no: '還沒有',
    solved: '謝謝，很高興聽到這個消息。',
    notSolved: (shop) => `感謝您的告知。${shop}會再次處理，並與您聯絡。`,
    over: '這裡已無需回答。如有問題，請聯絡商店。',
  },
  ko: {
    title: '문제가 해결되었나요?',
    ask: (shop) => `${shop}에서 말씀해 주신 문제를 해결된 것으로 표시했습니다. 해결되었나요?`,
    yes: '네, 해결되었습니다',
    no: '아니요, 아직입니다',
    solved: '감사합니다. 다행입니다.',
    notSolved: (shop) => `알려 주셔서 감사합니다. ${shop}에서 다시 확인하고 연락드리겠습니다.`,
    over: '더 이상 답변하실 내용이 없습니다. 불편한 점이 있으면 매장에 문의해 주세요.',
  },
  ar: {
    title: 'هل حُلّت المشكلة؟',
    ask: (shop) => `وضع ${shop} علامة «تم الحل» على ما أخبرته به. هل حُلّت فعلًا؟`,
    yes: 'نعم، حُلّت',
    no: 'لا، ليس بعد',
    solved: 'شكرًا لك. يسعدنا ذلك.',
    notSolved: (shop) => `شكرًا لإخبارنا. سينظر ${shop} في الأمر من جديد ويراسلك.`,
    over: 'لم يعد هنا ما يُجاب عنه. راسل المتجر إن كان هناك خطأ ما.',
  },
};
