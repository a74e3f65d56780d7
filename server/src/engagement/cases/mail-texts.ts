import type { TextsByLanguage } from '../../platform/lib/reader-language.ts';

/** The words around what a shop writes in a case, and of the question whether it was put right. */
interface CaseTexts {
  readonly subject: (shop: string) => string;
  readonly heading: (shop: string) => string;
  readonly youWrote: string;
  readonly howToAnswer: string;
  readonly because: (shop: string) => string;
  readonly asksSubject: (shop: string) => string;
  readonly asksHeading: string;
  readonly asks: (shop: string) => string;
  readonly answer: string;
  readonly asksBecause: (shop: string) => string;
  readonly unsubscribe: string;
}

/** English and Japanese were written by hand; the others were drafted by a machine. */
export const CASE_TEXTS: TextsByLanguage<CaseTexts> = {
  en: {
    subject: (shop) => `Your message to ${shop}`,
    heading: (shop) => `${shop} has answered`,
    youWrote: 'You wrote:',
    howToAnswer: 'To write back, answer this email.',
    because: (shop) => `You get this because you told ${shop} that something was not right.`,
    asksSubject: (shop) => `Did ${shop} put it right?`,
    asksHeading: 'Did we put it right?',
    asks: (shop) => `A week ago ${shop} marked what you had told us about as solved. Is it?`,
    answer: 'Yes or no',
    asksBecause: (shop) => `You get this once because ${shop} looked after something for you.`,
    unsubscribe: 'No more emails that ask what I think',
  },
  ja: {
    subject: (shop) => `${shop}へのお問い合わせについて`,
    heading: (shop) => `${shop}からの返信`,
    youWrote: 'お客様からのメッセージ：',
    howToAnswer: 'ご返信は、このメールにそのままお送りください。',
    because: (shop) => `${shop}にお問い合わせ・ご意見をいただいたため、お送りしています。`,
    asksSubject: (shop) => `${shop}の対応はいかがでしたか`,
    asksHeading: '問題は解決しましたか',
    asks: (shop) => `1週間前に、${shop}はいただいたお話を解決済みとしました。解決していますか。`,
    answer: '回答する',
    asksBecause: (shop) => `${shop}が対応した件について、一度だけお送りしています。`,
    unsubscribe: 'ご意見をうかがうメールを停止する',
  },
  de: {
    subject: (shop) => `Ihre Nachricht an ${shop}`,
    heading: (shop) => `${shop} hat geantwortet`,
    youWrote: 'Sie schrieben:',
    howToAnswer: 'Um zurückzuschreiben, antworten Sie einfach auf diese E-Mail.',
    because: (shop) => `Sie erhalten dies, weil Sie ${shop} gesagt haben, dass etwas nicht stimmt.`,
    asksSubject: (shop) => `Hat ${shop} es in Ordnung gebracht?`,
    asksHeading: 'Ist es in Ordnung gebracht?',
    asks: (shop) => `Vor einer Woche hat ${shop} Ihr Anliegen als gelöst markiert. Stimmt das?`,
    answer: 'Ja oder nein',
    asksBecause: (shop) =>
      `Sie erhalten dies einmal, weil ${shop} sich um etwas für Sie gekümmert hat.`,
    unsubscribe: 'Keine E-Mails mehr, die nach meiner Meinung fragen',
  },
  fr: {
    subject: (shop) => `Votre message à ${shop}`,
    heading: (shop) => `${shop} vous a répondu`,
    youWrote: 'Vous avez écrit :',
    howToAnswer: 'Pour répondre, répondez simplement à cet e-mail.',
    because: (shop) =>
      `Vous recevez ce message car vous avez signalé à ${shop} que quelque chose n’allait pas.`,
    asksSubject: (shop) => `${shop} a-t-il résolu le problème ?`,
    asksHeading: 'Le problème est-il résolu ?',
    asks: (shop) =>
      `Il y a une semaine, ${shop} a marqué votre demande comme résolue. Est-ce le cas ?`,
    answer: 'Oui ou non',
    asksBecause: (shop) =>
      `Vous recevez ce message une seule fois, car ${shop} s’est occupé de votre demande.`,
    unsubscribe: 'Ne plus recevoir d’e-mails demandant mon avis',
  },
  es: {
    subject: (shop) => `Tu mensaje a ${shop}`,
    heading: (shop) => `${shop} te ha respondido`,
    youWrote: 'Escribiste:',
    howToAnswer: 'Para contestar, responde a este correo.',
    because: (shop) => `Recibes esto porque dijiste a ${shop} que algo no estaba bien.`,
    asksSubject: (shop) => `¿Lo ha solucionado ${shop}?`,
    asksHeading: '¿Lo hemos solucionado?',
    asks: (shop) => `Hace una semana, ${shop} marcó tu consulta como solucionada. ¿Es así?`,
    answer: 'Sí o no',
    asksBecause: (shop) => `Recibes esto una sola vez porque ${shop} se ocupó de algo para ti.`,
    unsubscribe: 'No recibir más correos que pidan mi opinión',
  },
  it: {
    subject: (shop) => `Il tuo messaggio a ${shop}`,
    heading: (shop) => `${shop} ti ha risposto`,
    youWrote: 'Hai scritto:',
    howToAnswer: 'Per rispondere, rispondi a questa email.',
    because: (shop) =>
      `Ricevi questo messaggio perché hai detto a ${shop} che qualcosa non andava.`,
    asksSubject: (shop) => `${shop} ha risolto?`,
    asksHeading: 'È tutto risolto?',
    asks: (shop) => `Una settimana fa ${shop} ha segnato la tua richiesta come risolta. È così?`,
    answer: 'Sì o no',
    asksBecause: (shop) =>
      `Ricevi questo messaggio una sola volta, perché ${shop} si è occupato di una tua richiesta.`,
    unsubscribe: 'Non ricevere più email che chiedono la mia opinione',
  },
  pt: {
    subject: (shop) => `A sua mensagem para ${shop}`,
    heading: (shop) => `${shop} respondeu`,
    youWrote: 'Escreveu:',
    howToAnswer: 'Para responder, responda a este e-mail.',
    because: (shop) => `Recebe esta mensagem porque disse a ${shop} que algo não estava bem.`,
    asksSubject: (shop) => `${shop} resolveu?`,
    asksHeading: 'Ficou resolvido?',
    asks: (shop) => `Há uma semana, ${shop} marcou o seu pedido como resolvido. Está mesmo?`,
    answer: 'Sim ou não',
    asksBecause: (shop) =>
      `Recebe esta mensagem uma única vez, porque ${shop} tratou de um pedido seu.`,
    unsubscribe: 'Não receber mais e-mails que pedem a minha opinião',
  },
  'zh-Hans': {
    subject: (shop) => `您发给${shop}的消息`,
    heading: (shop) => `${shop}已回复`,
    youWrote: '您写道：',
    howToAnswer: '如需回复，请直接回复此邮件。',
    because: (shop) => `您收到此邮件，是因为您向${shop}反映了问题。`,
    asksSubject: (shop) => `${shop}解决您的问题了吗？`,
    asksHeading: '问题解决了吗？',
    asks: (shop) => `一周前，${shop}将您反映的问题标记为已解决。是否已经解决？`,
    answer: '是或否',
    asksBecause: (shop) => `因为${shop}为您处理过问题，向您发送此邮件，仅此一次。`,
    unsubscribe: '不再接收征求意见的邮件',
  },
  'zh-Hant': {
    subject: (shop) => `您寄給${shop}的訊息`,
    heading: (shop) => `${shop}已回覆`,
    youWrote: '您寫道：',
    howToAnswer: '如需回覆，請直接回覆此郵件。',
    because: (shop) => `您收到此郵件，是因為您向${shop}反映了問題。`,
    asksSubject: (shop) => `${shop}解決您的問題了嗎？`,
    asksHeading: '問題解決了嗎？',
    asks: (shop) => `一週前，${shop}將您反映的問題標記為已解決。是否已經解決？`,
    answer: '是或否',
    asksBecause: (shop) => `因為${shop}為您處理過問題，寄送此郵件給您，僅此一次。`,
    unsubscribe: '不再接收徵求意見的郵件',
  },
  ko: {
    subject: (shop) => `${shop}에 보내신 메시지`,
    heading: (shop) => `${shop}의 답변`,
    youWrote: '보내신 내용:',
    howToAnswer: '답장하시려면 이 메일에 그대로 회신해 주세요.',
    because: (shop) => `${shop}에 불편한 점을 알려 주셔서 보내 드립니다.`,
    asksSubject: (shop) => `${shop}의 조치로 해결되었나요?`,
    asksHeading: '문제가 해결되었나요?',
    asks: (shop) =>
      `일주일 전 ${shop}에서 말씀해 주신 문제를 해결된 것으로 표시했습니다. 해결되었나요?`,
    answer: '예 또는 아니요',
    asksBecause: (shop) => `${shop}에서 처리해 드린 건에 대해 한 번만 보내 드립니다.`,
    unsubscribe: '의견을 묻는 메일 수신 중지',
  },
  ar: {
    subject: (shop) => `رسالتك إلى ${shop}`,
    heading: (shop) => `أجابك ${shop}`,
    youWrote: 'كتبتَ:',
    howToAnswer: 'للرد، أجب عن هذه الرسالة مباشرة.',
    because: (shop) => `تصلك هذه الرسالة لأنك أخبرت ${shop} بأن هناك خطأ ما.`,
    asksSubject: (shop) => `هل حلّ ${shop} المشكلة؟`,
    asksHeading: 'هل حُلّت المشكلة؟',
    asks: (shop) => `قبل أسبوع وضع ${shop} علامة «تم الحل» على ما أخبرته به. هل حُلّت فعلًا؟`,
    answer: 'نعم أو لا',
    asksBecause: (shop) => `تصلك هذه الرسالة مرة واحدة لأن ${shop} عالج أمرًا يخصك.`,
    unsubscribe: 'إيقاف الرسائل التي تسأل عن رأيي',
  },
};
