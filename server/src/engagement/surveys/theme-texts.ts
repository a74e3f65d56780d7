import type { TextsByLanguage } from '../../platform/lib/reader-language.ts';

/** What a message says that tells what became of a theme. */
interface ThemeTexts {
  readonly subject: (shop: string) => string;
  readonly heading: string;
  readonly said: (theme: string) => string;
  readonly sentBecause: (shop: string) => string;
  readonly unsubscribe: string;
}

/** English and Japanese were written by hand; the others were drafted by a machine. */
export const THEME_TEXTS: TextsByLanguage<ThemeTexts> = {
  en: {
    subject: (shop) => `You said, ${shop} did`,
    heading: 'You said, we did',
    said: (theme) => `In a survey you told us about: ${theme}.`,
    sentBecause: (shop) => `You get this once from ${shop}, because you answered a survey.`,
    unsubscribe: 'No more e-mails like this',
  },
  ja: {
    subject: (shop) => `${shop}：お客様の声への対応`,
    heading: 'お客様の声への対応',
    said: (theme) => `アンケートで「${theme}」についてご意見をいただきました。`,
    sentBecause: (shop) =>
      `アンケートにご回答いただいた方へ、${shop}より一度だけお送りしています。`,
    unsubscribe: 'このようなメールの配信を停止する',
  },
  de: {
    subject: (shop) => `Sie sagten es, ${shop} hat gehandelt`,
    heading: 'Sie sagten es, wir haben gehandelt',
    said: (theme) => `In einer Umfrage haben Sie uns hierzu etwas gesagt: ${theme}.`,
    sentBecause: (shop) =>
      `Sie erhalten dies einmal von ${shop}, weil Sie eine Umfrage beantwortet haben.`,
    unsubscribe: 'Keine solchen E-Mails mehr',
  },
  fr: {
    subject: (shop) => `Vous l’avez dit, ${shop} l’a fait`,
    heading: 'Vous l’avez dit, nous l’avons fait',
    said: (theme) => `Dans une enquête, vous nous avez parlé de : ${theme}.`,
    sentBecause: (shop) =>
      `Vous recevez ce message une seule fois de ${shop}, car vous avez répondu à une enquête.`,
    unsubscribe: 'Ne plus recevoir ce type d’e-mails',
  },
  es: {
    subject: (shop) => `Lo dijiste y ${shop} lo ha hecho`,
    heading: 'Lo dijiste y lo hemos hecho',
    said: (theme) => `En una encuesta nos hablaste de: ${theme}.`,
    sentBecause: (shop) =>
      `Recibes este mensaje de ${shop} una sola vez porque respondiste a una encuesta.`,
    unsubscribe: 'No recibir más correos como este',
  },
  it: {
    subject: (shop) => `L’hai detto e ${shop} l’ha fatto`,
    heading: 'L’hai detto e l’abbiamo fatto',
    said: (theme) => `In un sondaggio ci hai parlato di: ${theme}.`,
    sentBecause: (shop) =>
      `Ricevi questo messaggio da ${shop} una sola volta, perché hai risposto a un sondaggio.`,
    unsubscribe: 'Non ricevere più email come questa',
  },
  pt: {
    subject: (shop) => `Disse-nos, e ${shop} fez`,
    heading: 'Disse-nos, e nós fizemos',
    said: (theme) => `Num inquérito, falou-nos de: ${theme}.`,
    sentBecause: (shop) =>
      `Recebe esta mensagem de ${shop} uma única vez, porque respondeu a um inquérito.`,
    unsubscribe: 'Não receber mais e-mails como este',
  },
  'zh-Hans': {
    subject: (shop) => `您的意见，${shop}已落实`,
    heading: '您的意见，我们已落实',
    said: (theme) => `您在问卷中向我们提到了：${theme}。`,
    sentBecause: (shop) => `因为您回答了问卷，${shop}向您发送此邮件，仅此一次。`,
    unsubscribe: '不再接收此类邮件',
  },
  'zh-Hant': {
    subject: (shop) => `您的意見，${shop}已落實`,
    heading: '您的意見，我們已落實',
    said: (theme) => `您在問卷中向我們提到了：${theme}。`,
    sentBecause: (shop) => `因為您回答了問卷，${shop}寄送此郵件給您，僅此一次。`,
    unsubscribe: '不再接收此類郵件',
  },
  ko: {
    subject: (shop) => `말씀해 주신 의견, ${shop}에서 반영했습니다`,
    heading: '말씀해 주신 의견을 반영했습니다',
    said: (theme) => `설문에서 다음에 대해 의견을 주셨습니다: ${theme}`,
    sentBecause: (shop) => `설문에 답해 주신 분께 ${shop}에서 한 번만 보내 드리는 메일입니다.`,
    unsubscribe: '이런 메일 수신 중지',
  },
  ar: {
    subject: (shop) => `قلتَ رأيك، و${shop} نفّذه`,
    heading: 'قلتَ رأيك ونحن نفّذنا',
    said: (theme) => `في أحد الاستبيانات حدّثتنا عن: ${theme}.`,
    sentBecause: (shop) => `تصلك هذه الرسالة من ${shop} مرة واحدة لأنك أجبت عن استبيان.`,
    unsubscribe: 'إيقاف مثل هذه الرسائل',
  },
};
