import type { TextsByLanguage } from '../../platform/lib/reader-language.ts';

/** What the message says that asks to confirm a consent. */
interface ConfirmMailTexts {
  readonly subject: (shop: string) => string;
  readonly heading: string;
  readonly intro: (shop: string) => string;
  readonly button: string;
  readonly closing: string;
  readonly because: (shop: string) => string;
}

/** English and Japanese were written by hand; the others were drafted by a machine. */
export const CONFIRM_MAIL_TEXTS: TextsByLanguage<ConfirmMailTexts> = {
  en: {
    subject: (shop) => `Confirm that ${shop} may email you`,
    heading: 'One more step',
    intro: (shop) =>
      `You asked ${shop} for news and offers by email. Please confirm that this address is yours.`,
    button: 'Confirm',
    closing:
      'The link is good for 7 days. If it wasn’t you, do nothing: you won’t hear from us again.',
    because: (shop) => `You get this because your address was entered at ${shop}.`,
  },
  ja: {
    subject: (shop) => `${shop}：メール配信のご確認`,
    heading: 'あと一歩で完了です',
    intro: (shop) =>
      `${shop}からのお知らせメールのお申し込みをいただきました。ご本人のメールアドレスであることをご確認ください。`,
    button: '確認する',
    closing: 'リンクの有効期限は7日間です。お心当たりがない場合は、何もしなければ配信されません。',
    because: (shop) => `${shop}でこのメールアドレスが入力されたため、お送りしています。`,
  },
  de: {
    subject: (shop) => `Bestätigen Sie, dass ${shop} Ihnen schreiben darf`,
    heading: 'Noch ein Schritt',
    intro: (shop) =>
      `Sie haben ${shop} um Neuigkeiten und Angebote per E-Mail gebeten. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört.`,
    button: 'Bestätigen',
    closing:
      'Der Link gilt 7 Tage. Wenn Sie es nicht waren, tun Sie nichts: Sie hören nicht mehr von uns.',
    because: (shop) => `Sie erhalten dies, weil Ihre Adresse bei ${shop} eingegeben wurde.`,
  },
  fr: {
    subject: (shop) => `Confirmez que ${shop} peut vous écrire`,
    heading: 'Encore une étape',
    intro: (shop) =>
      `Vous avez demandé à ${shop} ses nouveautés et ses offres par e-mail. Confirmez que cette adresse est la vôtre.`,
    button: 'Confirmer',
    closing:
      'Le lien est valable 7 jours. Si ce n’était pas vous, ne faites rien : vous n’aurez plus de nos nouvelles.',
    because: (shop) => `Vous recevez ce message car votre adresse a été saisie chez ${shop}.`,
  },
  es: {
    subject: (shop) => `Confirma que ${shop} puede escribirte`,
    heading: 'Un paso más',
    intro: (shop) =>
      `Has pedido a ${shop} novedades y ofertas por correo. Confirma que esta dirección es tuya.`,
    button: 'Confirmar',
    closing:
      'El enlace vale 7 días. Si no fuiste tú, no hagas nada: no volverás a saber de nosotros.',
    because: (shop) => `Recibes esto porque tu dirección se introdujo en ${shop}.`,
  },
  it: {
    subject: (shop) => `Conferma che ${shop} può scriverti`,
    heading: 'Ancora un passo',
    intro: (shop) =>
      `Hai chiesto a ${shop} novità e offerte via email. Conferma che questo indirizzo è tuo.`,
    button: 'Conferma',
    closing: 'Il link vale 7 giorni. Se non sei stato tu, non fare nulla: non ti scriveremo più.',
    because: (shop) =>
      `Ricevi questo messaggio perché il tuo indirizzo è stato inserito da ${shop}.`,
  },
  pt: {
    subject: (shop) => `Confirme que ${shop} pode escrever para si`,
    heading: 'Mais um passo',
    intro: (shop) =>
      `Pediu a ${shop} novidades e ofertas por e-mail. Confirme que este endereço é seu.`,
    button: 'Confirmar',
    closing:
      'O link é válido durante 7 dias. Se não foi você, não faça nada: não voltará a ter notícias nossas.',
    because: (shop) => `Recebe esta mensagem porque o seu endereço foi introduzido em ${shop}.`,
  },
  'zh-Hans': {
    subject: (shop) => `请确认${shop}可以给您发送邮件`,
    heading: '还差一步',
    intro: (shop) => `您申请通过邮件接收${shop}的新品和优惠信息。请确认此邮箱属于您。`,
    button: '确认',
    closing: '链接有效期为 7 天。如果不是您本人操作，请忽略，我们不会再打扰您。',
    because: (shop) => `您收到此邮件，是因为有人在${shop}填写了您的邮箱。`,
  },
  'zh-Hant': {
    subject: (shop) => `請確認${shop}可以寄送郵件給您`,
    heading: '還差一步',
    intro: (shop) => `您申請透過郵件接收${shop}的新品與優惠資訊。請確認此信箱屬於您。`,
    button: '確認',
    closing: '連結有效期限為 7 天。如果不是您本人操作，請忽略，我們不會再打擾您。',
    because: (shop) => `您收到此郵件，是因為有人在${shop}填寫了您的信箱。`,
  },
  ko: {
    subject: (shop) => `${shop}의 메일 수신을 확인해 주세요`,
    heading: '한 단계만 남았습니다',
    intro: (shop) =>
      `${shop}의 소식과 혜택 메일을 신청하셨습니다. 본인의 메일 주소인지 확인해 주세요.`,
    button: '확인',
    closing:
      '링크는 7일간 유효합니다. 신청하신 적이 없다면 그대로 두시면 됩니다. 더 이상 메일을 보내지 않습니다.',
    because: (shop) => `${shop}에 이 주소가 입력되어 보내 드립니다.`,
  },
  ar: {
    subject: (shop) => `أكّد أن بإمكان ${shop} مراسلتك`,
    heading: 'خطوة واحدة باقية',
    intro: (shop) =>
      `طلبت من ${shop} الأخبار والعروض عبر البريد الإلكتروني. يرجى تأكيد أن هذا العنوان لك.`,
    button: 'تأكيد',
    closing: 'الرابط صالح لمدة 7 أيام. إن لم تكن أنت من طلب ذلك فلا تفعل شيئًا، ولن نراسلك مجددًا.',
    because: (shop) => `تصلك هذه الرسالة لأن عنوانك أُدخل لدى ${shop}.`,
  },
};
