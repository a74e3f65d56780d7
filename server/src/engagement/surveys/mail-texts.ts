import type { TextsByLanguage } from '../../platform/lib/reader-language.ts';

/** The words of e-mails that ask a survey's first question. */
interface MailTexts {
  readonly subject: (shop: string) => string;
  readonly intro: (shop: string) => string;
  readonly tap: string;
  readonly button: string;
  readonly offered: (points: number) => string;
  readonly sentBecause: (shop: string) => string;
  readonly sentForOrder: (shop: string, order: string) => string;
  readonly unsubscribe: string;
}

/** English and Japanese were written by hand; the others were drafted by a machine. */
export const MAIL_TEXTS: TextsByLanguage<MailTexts> = {
  en: {
    subject: (shop) => `A question from ${shop}`,
    intro: (shop) => `It takes a minute, and only ${shop} reads it.`,
    tap: 'Tap a number. It opens a page, and nothing is sent before you say so there.',
    button: 'Answer',
    offered: (points) => `${points} points for your answer, whatever you say.`,
    sentBecause: (shop) => `You get this because you have ordered from ${shop}.`,
    sentForOrder: (shop, order) => `You get this from ${shop} because of your order ${order}.`,
    unsubscribe: 'No more e-mails with surveys',
  },
  ja: {
    subject: (shop) => `${shop}よりおたずねします`,
    intro: (shop) => `1分ほどで終わります。ご回答は${shop}だけが読みます。`,
    tap: '数字を押すとページが開きます。ページで送信するまで、回答は送られません。',
    button: '回答する',
    offered: (points) => `ご回答で${points}ポイント。内容を問いません。`,
    sentBecause: (shop) => `${shop}でお買い物をされた方にお送りしています。`,
    sentForOrder: (shop, order) => `ご注文（${order}）について、${shop}よりお送りしています。`,
    unsubscribe: 'アンケートのメールの配信を停止する',
  },
  de: {
    subject: (shop) => `Eine Frage von ${shop}`,
    intro: (shop) => `Es dauert eine Minute, und nur ${shop} liest es.`,
    tap: 'Tippen Sie auf eine Zahl. Es öffnet sich eine Seite, und gesendet wird erst, wenn Sie es dort sagen.',
    button: 'Antworten',
    offered: (points) => `${points} Punkte für Ihre Antwort, wie auch immer sie ausfällt.`,
    sentBecause: (shop) => `Sie erhalten dies, weil Sie bei ${shop} bestellt haben.`,
    sentForOrder: (shop, order) => `Sie erhalten dies von ${shop} wegen Ihrer Bestellung ${order}.`,
    unsubscribe: 'Keine E-Mails mit Umfragen mehr',
  },
  fr: {
    subject: (shop) => `Une question de ${shop}`,
    intro: (shop) => `Cela prend une minute, et seul ${shop} lira votre réponse.`,
    tap: 'Touchez un chiffre. Une page s’ouvre, et rien n’est envoyé avant que vous le demandiez.',
    button: 'Répondre',
    offered: (points) => `${points} points pour votre réponse, quelle qu’elle soit.`,
    sentBecause: (shop) => `Vous recevez ce message car vous avez commandé chez ${shop}.`,
    sentForOrder: (shop, order) =>
      `Vous recevez ce message de ${shop} à propos de votre commande ${order}.`,
    unsubscribe: 'Ne plus recevoir d’enquêtes par e-mail',
  },
  es: {
    subject: (shop) => `Una pregunta de ${shop}`,
    intro: (shop) => `Es un minuto, y solo lo lee ${shop}.`,
    tap: 'Toca un número. Se abre una página y no se envía nada hasta que lo indiques allí.',
    button: 'Responder',
    offered: (points) => `${points} puntos por tu respuesta, digas lo que digas.`,
    sentBecause: (shop) => `Recibes esto porque has hecho un pedido en ${shop}.`,
    sentForOrder: (shop, order) => `Recibes esto de ${shop} por tu pedido ${order}.`,
    unsubscribe: 'No recibir más encuestas por correo',
  },
  it: {
    subject: (shop) => `Una domanda da ${shop}`,
    intro: (shop) => `Basta un minuto, e la legge solo ${shop}.`,
    tap: 'Tocca un numero. Si apre una pagina, e non viene inviato nulla finché non lo dici lì.',
    button: 'Rispondi',
    offered: (points) => `${points} punti per la tua risposta, qualunque sia.`,
    sentBecause: (shop) => `Ricevi questo messaggio perché hai ordinato da ${shop}.`,
    sentForOrder: (shop, order) => `Ricevi questo messaggio da ${shop} per il tuo ordine ${order}.`,
    unsubscribe: 'Non ricevere più sondaggi via email',
  },
  pt: {
    subject: (shop) => `Uma pergunta de ${shop}`,
    intro: (shop) => `Demora um minuto, e só ${shop} lê.`,
    tap: 'Toque num número. Abre-se uma página, e nada é enviado antes de o confirmar lá.',
    button: 'Responder',
    offered: (points) => `${points} pontos pela sua resposta, diga o que disser.`,
    sentBecause: (shop) => `Recebe esta mensagem porque encomendou em ${shop}.`,
    sentForOrder: (shop, order) =>
      `Recebe esta mensagem de ${shop} por causa da sua encomenda ${order}.`,
    unsubscribe: 'Não receber mais inquéritos por e-mail',
  },
  'zh-Hans': {
    subject: (shop) => `${shop}想问您一个问题`,
    intro: (shop) => `只需一分钟，内容仅${shop}可见。`,
    tap: '点击一个数字会打开页面，在页面上确认之前不会发送任何内容。',
    button: '回答',
    offered: (points) => `无论您怎么回答，均可获得 ${points} 积分。`,
    sentBecause: (shop) => `您收到此邮件，是因为您曾在${shop}下单。`,
    sentForOrder: (shop, order) => `${shop}因您的订单 ${order} 发送此邮件。`,
    unsubscribe: '不再接收问卷邮件',
  },
  'zh-Hant': {
    subject: (shop) => `${shop}想請教您一個問題`,
    intro: (shop) => `只需一分鐘，內容僅${shop}可見。`,
    tap: '點選一個數字會開啟頁面，在頁面上確認之前不會送出任何內容。',
    button: '回答',
    offered: (points) => `無論您怎麼回答，均可獲得 ${points} 點。`,
    sentBecause: (shop) => `您收到此郵件，是因為您曾在${shop}下單。`,
    sentForOrder: (shop, order) => `${shop}因您的訂單 ${order} 寄送此郵件。`,
    unsubscribe: '不再接收問卷郵件',
  },
  ko: {
    subject: (shop) => `${shop}에서 여쭙니다`,
    intro: (shop) => `1분이면 되고, 답변은 ${shop}에서만 읽습니다.`,
    tap: '숫자를 누르면 페이지가 열립니다. 그곳에서 보내기 전에는 아무것도 전송되지 않습니다.',
    button: '답변하기',
    offered: (points) => `어떤 답변이든 ${points}포인트를 드립니다.`,
    sentBecause: (shop) => `${shop}에서 주문하신 분께 보내 드립니다.`,
    sentForOrder: (shop, order) => `주문 ${order}에 대해 ${shop}에서 보내 드립니다.`,
    unsubscribe: '설문 메일 수신 중지',
  },
  ar: {
    subject: (shop) => `سؤال من ${shop}`,
    intro: (shop) => `لن يستغرق أكثر من دقيقة، ولا يقرؤه إلا ${shop}.`,
    tap: 'اضغط على رقم فتُفتح صفحة، ولا يُرسل شيء قبل أن تؤكده هناك.',
    button: 'أجب',
    offered: (points) => `${points} نقطة مقابل إجابتك، مهما كانت.`,
    sentBecause: (shop) => `تصلك هذه الرسالة لأنك طلبت من ${shop}.`,
    sentForOrder: (shop, order) => `تصلك هذه الرسالة من ${shop} بشأن طلبك ${order}.`,
    unsubscribe: 'إيقاف رسائل الاستبيانات',
  },
};
