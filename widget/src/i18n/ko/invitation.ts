import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
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
};
