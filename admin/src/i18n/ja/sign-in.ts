import type { Messages } from '../shape.ts';

export const signIn: Messages['signIn'] = {
  title: 'おかえりなさい',
  firstTitle: 'まだ誰もアカウントを作成していません。',
  firstText:
    '最初のアカウントは、サーバーが発行するリンクから作成します。リンクは起動時のほか、サーバー上で次のコマンドを実行すると表示されます。',
  firstCommand: 'リンクを表示するコマンド',
  text: 'ショップの管理画面にサインインします。',
  email: 'メールアドレス',
  password: 'パスワード',
  submit: 'サインイン',
  passkey: 'パスキーでサインイン',
  passkeyFailed: 'パスキーでのサインインを中止しました。',
  wrong: 'メールアドレスまたはパスワードが違います。',
  forgot: 'パスワードをお忘れですか？',
  or: 'または',
  code: '認証アプリのコード',
  codeText: '認証アプリを開き、6桁の数字を入力してください。',
  backup: 'バックアップコードを使う',
  backupCode: 'バックアップコード',
  wrongCode: 'コードが違います。',
  trust: 'この端末では30日間確認しない',
  verify: '続ける',
};
