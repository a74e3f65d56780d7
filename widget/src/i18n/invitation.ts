import type { Language } from './languages.ts';

/** The words of the page to which e-mails lead, beside those of reviews. */
export interface InvitationTexts {
  readonly invitationTitle: string;
  readonly linkOver: string;
  readonly codeTitle: string;
  readonly codeSent: string;
  readonly codeLabel: string;
  readonly codeConfirm: string;
  readonly codeAgain: string;
  readonly codeWrong: string;
  readonly codeOver: string;
  readonly codeTooMany: string;
}

/** Few enough to come together. English and Japanese by hand, the others drafted. */
export const INVITATION: Readonly<Record<Language, InvitationTexts>> = {
  en: {
    invitationTitle: 'Your review',
    linkOver: 'This link is over. You can still write your review in the shop, signed in.',
    codeTitle: 'Is it you?',
    codeSent: 'We sent a code to {address}. With it, nobody else can write in your name.',
    codeLabel: 'Code from the e-mail',
    codeConfirm: 'Confirm and send',
    codeAgain: 'Send another code',
    codeWrong: 'This is not the code.',
    codeOver: 'This code is over. Please have another one sent.',
    codeTooMany: 'Enough codes were sent today. Please try again tomorrow.',
  },
  ja: {
    invitationTitle: 'レビューを書く',
    linkOver: 'このリンクの有効期限が切れました。ショップにログインすると、レビューを書けます。',
    codeTitle: 'ご本人の確認',
    codeSent: '{address} に確認コードを送りました。他の方があなたの名前で投稿するのを防ぎます。',
    codeLabel: 'メールの確認コード',
    codeConfirm: '確認して送信',
    codeAgain: 'コードを再送する',
    codeWrong: 'コードが違います。',
    codeOver: 'コードの有効期限が切れました。もう一度お送りください。',
    codeTooMany: '本日送信できる回数を超えました。明日もう一度お試しください。',
  },
  de: {
    invitationTitle: 'Ihre Bewertung',
    linkOver: 'Dieser Link ist abgelaufen. Angemeldet können Sie im Shop weiterhin bewerten.',
    codeTitle: 'Sind Sie es?',
    codeSent: 'Ein Code ging an {address}. So kann niemand sonst in Ihrem Namen schreiben.',
    codeLabel: 'Code aus der E-Mail',
    codeConfirm: 'Bestätigen und senden',
    codeAgain: 'Neuen Code senden',
    codeWrong: 'Das ist nicht der Code.',
    codeOver: 'Dieser Code ist abgelaufen. Bitte lassen Sie einen neuen senden.',
    codeTooMany: 'Für heute wurden genug Codes gesendet. Bitte versuchen Sie es morgen wieder.',
  },
  fr: {
    invitationTitle: 'Votre avis',
    linkOver: 'Ce lien a expiré. Connecté à la boutique, vous pouvez toujours écrire votre avis.',
    codeTitle: 'Est-ce bien vous ?',
    codeSent: 'Un code a été envoyé à {address}. Ainsi, personne d’autre n’écrit en votre nom.',
    codeLabel: 'Code reçu par e-mail',
    codeConfirm: 'Confirmer et envoyer',
    codeAgain: 'Envoyer un autre code',
    codeWrong: 'Ce n’est pas le bon code.',
    codeOver: 'Ce code a expiré. Demandez-en un autre.',
    codeTooMany: 'Trop de codes envoyés aujourd’hui. Réessayez demain.',
  },
  es: {
    invitationTitle: 'Tu opinión',
    linkOver: 'Este enlace ha caducado. Puedes escribir tu opinión en la tienda, con tu cuenta.',
    codeTitle: '¿Eres tú?',
    codeSent: 'Hemos enviado un código a {address}. Así nadie más escribe en tu nombre.',
    codeLabel: 'Código del correo',
    codeConfirm: 'Confirmar y enviar',
    codeAgain: 'Enviar otro código',
    codeWrong: 'Ese no es el código.',
    codeOver: 'El código ha caducado. Pide otro.',
    codeTooMany: 'Hoy se han enviado demasiados códigos. Inténtalo mañana.',
  },
  it: {
    invitationTitle: 'La tua recensione',
    linkOver: 'Il link è scaduto. Puoi scrivere la recensione nel negozio, dopo l’accesso.',
    codeTitle: 'Sei tu?',
    codeSent: 'Abbiamo inviato un codice a {address}. Così nessun altro scrive a tuo nome.',
    codeLabel: 'Codice dell’e-mail',
    codeConfirm: 'Conferma e invia',
    codeAgain: 'Invia un altro codice',
    codeWrong: 'Il codice non è giusto.',
    codeOver: 'Il codice è scaduto. Chiedine un altro.',
    codeTooMany: 'Oggi sono stati inviati troppi codici. Riprova domani.',
  },
  pt: {
    invitationTitle: 'A sua avaliação',
    linkOver: 'Este link expirou. Pode escrever a avaliação na loja, com a sua conta.',
    codeTitle: 'É você?',
    codeSent: 'Enviámos um código para {address}. Assim, mais ninguém escreve em seu nome.',
    codeLabel: 'Código do e-mail',
    codeConfirm: 'Confirmar e enviar',
    codeAgain: 'Enviar outro código',
    codeWrong: 'Este não é o código.',
    codeOver: 'O código expirou. Peça outro.',
    codeTooMany: 'Hoje já foram enviados códigos suficientes. Tente amanhã.',
  },
  'zh-Hans': {
    invitationTitle: '您的评价',
    linkOver: '此链接已过期。登录商店后仍可撰写评价。',
    codeTitle: '确认是您本人',
    codeSent: '验证码已发送至 {address}，以防他人以您的名义发表。',
    codeLabel: '邮件中的验证码',
    codeConfirm: '确认并发送',
    codeAgain: '重新发送验证码',
    codeWrong: '验证码不正确。',
    codeOver: '验证码已过期，请重新发送。',
    codeTooMany: '今天发送的验证码过多，请明天再试。',
  },
  'zh-Hant': {
    invitationTitle: '您的評價',
    linkOver: '此連結已過期。登入商店後仍可撰寫評價。',
    codeTitle: '確認是您本人',
    codeSent: '驗證碼已寄至 {address}，以防他人以您的名義發表。',
    codeLabel: '郵件中的驗證碼',
    codeConfirm: '確認並送出',
    codeAgain: '重新寄送驗證碼',
    codeWrong: '驗證碼不正確。',
    codeOver: '驗證碼已過期，請重新寄送。',
    codeTooMany: '今天寄送的驗證碼過多，請明天再試。',
  },
  ko: {
    invitationTitle: '리뷰 작성',
    linkOver: '링크가 만료되었습니다. 쇼핑몰에 로그인하면 리뷰를 쓸 수 있습니다.',
    codeTitle: '본인 확인',
    codeSent: '{address}(으)로 코드를 보냈습니다. 다른 사람이 대신 작성할 수 없습니다.',
    codeLabel: '이메일로 받은 코드',
    codeConfirm: '확인하고 보내기',
    codeAgain: '코드 다시 보내기',
    codeWrong: '코드가 올바르지 않습니다.',
    codeOver: '코드가 만료되었습니다. 다시 요청해 주세요.',
    codeTooMany: '오늘은 코드를 더 보낼 수 없습니다. 내일 다시 시도해 주세요.',
  },
  ar: {
    invitationTitle: 'تقييمك',
    linkOver: 'انتهت صلاحية الرابط. يمكنك كتابة تقييمك في المتجر بعد تسجيل الدخول.',
    codeTitle: 'هل هذا أنت؟',
    codeSent: 'أرسلنا رمزًا إلى {address} كي لا يكتب أحد غيرك باسمك.',
    codeLabel: 'الرمز من البريد',
    codeConfirm: 'تأكيد وإرسال',
    codeAgain: 'إرسال رمز آخر',
    codeWrong: 'هذا ليس الرمز.',
    codeOver: 'انتهت صلاحية الرمز. اطلب رمزًا آخر.',
    codeTooMany: 'أُرسلت رموز كافية اليوم. حاول غدًا.',
  },
};
