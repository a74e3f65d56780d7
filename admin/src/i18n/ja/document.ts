import type { Messages } from '../shape.ts';
import { count } from '../count.ts';

export const document: Messages['document'] = {
  faults: (of) => `${count(of, '件')}の誤りがあります`,
  unsaved: '保存していない変更があります',
  kept: '保存していなかった内容を復元しました。',
  saved: '保存しました。',
  discard: '破棄',
  changes: (of) => count(of, '件の変更'),
  added: '追加',
  removed: '削除',
  conflictTitle: 'この間に、ほかの人が保存しました',
  conflictText:
    '何も失われていません。相手の変更は保存され、あなたの変更はここに残っています。違いは次のとおりです。',
  ownTitle: 'この間に、別のウィンドウで保存しています',
  ownText:
    '何も失われていません。別のウィンドウでの変更は保存され、この画面での変更はここに残っています。違いは次のとおりです。',
  ownTheirs: '別のウィンドウ',
  ownMine: 'この画面',
  ownTogether: (of) =>
    of === 0
      ? '別々の箇所が変更されているため、両方を合わせられます。'
      : `${count(of, '件')}は両方で変更されています。その箇所は保存済みの内容を残します。`,
  keepThis: 'この画面の変更だけを残す',
  takeSaved: '保存済みの内容だけを使う',
  theirs: '相手',
  mine: 'あなた',
  together: '両方を合わせる',
  togetherText: (of) =>
    of === 0
      ? '別々の箇所が変更されているため、両方を合わせられます。'
      : `${count(of, '件')}は両方で変更されています。その箇所は相手の内容を残します。`,
  keepMine: '自分の変更だけを残す',
  takeTheirs: '相手の変更だけを使う',
  undo: '元に戻す',
  redo: 'やり直す',
  bar: '保存していない変更',
};
