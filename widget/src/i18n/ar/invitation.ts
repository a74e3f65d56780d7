import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
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
};
