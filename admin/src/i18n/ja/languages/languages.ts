import type { Messages } from '../../shape.ts';

export const languages: Messages['languages'] = {
  title: '言語',
  text: '名前や文言は、ここで選んだ言語で入力します。ほかの文字で書かれた投稿は、先に確認します。',
  which: 'お店の言語',
  hint: '選ばなければ、英語と日本語で入力し、どの文字の投稿も受け付けます。',
  where: '言葉を書く場所',
  names: 'ポイント、特典、ランクの名前',
  texts: 'ウィジェットの文言',
};
