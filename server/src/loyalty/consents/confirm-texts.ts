import type { TextsByLanguage } from '../../platform/lib/reader-language.ts';

/** What the page says that asks to confirm a consent. */
interface ConfirmTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly button: string;
  readonly confirmed: (shop: string) => string;
  readonly over: string;
}

/** English and Japanese were written by hand; the others were drafted by a machine. */
export const CONFIRM_TEXTS: TextsByLanguage<ConfirmTexts> = {
  en: {
    title: 'Confirm your subscription',
    ask: (shop) => `Do you want to get news and offers from ${shop} by email?`,
    button: 'Yes, send me email',
    confirmed: (shop) =>
      `Thank you. ${shop} may now send you email. Every message has a link that stops them.`,
    over: 'This link has expired or was replaced by a newer one. Choose again in the shop, and we’ll send you another.',
  },
  ja: {
    title: 'メール配信の確認',
    ask: (shop) => `${shop}からのお知らせやお得な情報をメールで受け取りますか。`,
    button: '受け取る',
    confirmed: (shop) =>
      `ありがとうございます。${shop}からメールをお送りします。配信は、メール末尾のリンクからいつでも停止できます。`,
    over: 'このリンクは期限が切れたか、新しいものに置き換えられています。ショップでもう一度お選びください。',
  },
  de: {
    title: 'Anmeldung bestätigen',
    ask: (shop) => `Möchten Sie Neuigkeiten und Angebote von ${shop} per E-Mail erhalten?`,
    button: 'Ja, E-Mails erhalten',
    confirmed: (shop) =>
      `Vielen Dank. ${shop} darf Ihnen jetzt E-Mails senden. In jeder steht ein Link, mit dem Sie sie abbestellen.`,
    over: 'Dieser Link ist abgelaufen oder wurde durch einen neueren ersetzt. Wählen Sie im Shop erneut, dann senden wir Ihnen einen neuen.',
  },
  fr: {
    title: 'Confirmer votre inscription',
    ask: (shop) => `Souhaitez-vous recevoir les nouveautés et les offres de ${shop} par e-mail ?`,
    button: 'Oui, m’envoyer des e-mails',
    confirmed: (shop) =>
      `Merci. ${shop} peut désormais vous écrire. Chaque message contient un lien pour arrêter les envois.`,
    over: 'Ce lien a expiré ou a été remplacé par un plus récent. Refaites votre choix dans la boutique : nous vous en enverrons un autre.',
  },
  es: {
    title: 'Confirma tu suscripción',
    ask: (shop) => `¿Quieres recibir novedades y ofertas de ${shop} por correo?`,
    button: 'Sí, quiero recibirlas',
    confirmed: (shop) =>
      `Gracias. ${shop} ya puede escribirte. Cada mensaje incluye un enlace para dejar de recibirlos.`,
    over: 'Este enlace ha caducado o ha sido sustituido por otro más reciente. Elige de nuevo en la tienda y te enviaremos otro.',
  },
  it: {
    title: 'Conferma la tua iscrizione',
    ask: (shop) => `Vuoi ricevere novità e offerte da ${shop} via email?`,
    button: 'Sì, voglio riceverle',
    confirmed: (shop) =>
      `Grazie. Ora ${shop} può scriverti. In ogni messaggio c’è un link per non riceverne più.`,
    over: 'Questo link è scaduto o è stato sostituito da uno più recente. Scegli di nuovo nel negozio e te ne invieremo un altro.',
  },
  pt: {
    title: 'Confirme a sua inscrição',
    ask: (shop) => `Quer receber novidades e ofertas de ${shop} por e-mail?`,
    button: 'Sim, quero receber',
    confirmed: (shop) =>
      `Obrigado. ${shop} já pode escrever para si. Cada mensagem tem um link para deixar de as receber.`,
    over: 'Este link expirou ou foi substituído por um mais recente. Escolha de novo na loja e enviaremos outro.',
  },
  'zh-Hans': {
    title: '确认订阅',
    ask: (shop) => `您希望通过电子邮件接收${shop}的新品和优惠信息吗？`,
    button: '是的，请发送',
    confirmed: (shop) => `谢谢。${shop}现在可以给您发送邮件。每封邮件中都有退订链接。`,
    over: '此链接已过期，或已被新的链接取代。请在商店中重新选择，我们会再发送一封邮件。',
  },
  'zh-Hant': {
    title: '確認訂閱',
    ask: (shop) => `您希望透過電子郵件接收${shop}的新品與優惠資訊嗎？`,
    button: '是的，請寄送',
    confirmed: (shop) => `謝謝。${shop}現在可以寄送郵件給您。每封郵件中都有取消訂閱的連結。`,
    over: '此連結已過期，或已被新的連結取代。請在商店中重新選擇，我們會再寄一封郵件。',
  },
  ko: {
    title: '구독 확인',
    ask: (shop) => `${shop}의 새 소식과 혜택을 이메일로 받으시겠습니까?`,
    button: '네, 받겠습니다',
    confirmed: (shop) =>
      `감사합니다. 이제 ${shop}에서 이메일을 보내 드립니다. 모든 메일에 수신을 중지하는 링크가 있습니다.`,
    over: '이 링크는 만료되었거나 새 링크로 바뀌었습니다. 매장에서 다시 선택하시면 새 메일을 보내 드립니다.',
  },
  ar: {
    title: 'تأكيد الاشتراك',
    ask: (shop) => `هل ترغب في تلقي أخبار ${shop} وعروضه عبر البريد الإلكتروني؟`,
    button: 'نعم، أرسلوها إليّ',
    confirmed: (shop) => `شكرًا لك. يمكن لـ${shop} الآن مراسلتك. في كل رسالة رابط لإيقاف هذه الرسائل.`,
    over: 'انتهت صلاحية هذا الرابط أو حلّ محله رابط أحدث. اختر من جديد في المتجر وسنرسل إليك رابطًا آخر.',
  },
};
