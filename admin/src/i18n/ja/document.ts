import type { Messages } from '../shape.ts';
import { count } from '../count.ts';

export const document: Messages['document'] = {
  faults: (of) => `修正が必要な項目 ${count(of, '件')}`,
  unsaved: '未保存の変更',
  kept: '保存していなかった変更を復元しました。',
  saved: '保存しました。',
  discard: '破棄',
  changes: (of) => count(of, '件の変更'),
  conflictTitle: 'ほかの方が先に保存しました',
  changedBy: (name, time) => `保存した人：${name}（${time}）`,
  conflictText:
    '何も失われていません。相手の変更は保存済みで、こちらの変更もこの画面に残っています。',
  ownTitle: '別のウィンドウで保存済みです',
  ownText: '何も失われていません。別のウィンドウの変更は保存済みで、この画面の変更も残っています。',
  ownTheirs: '別のウィンドウ',
  ownMine: 'この画面',
  ownTogether: (of) =>
    of === 0
      ? '変更箇所が重なっていないため、両方を残せます。'
      : `${count(of, 'か所')}が両方で変更されています。その箇所は保存済みの内容を残します。`,
  keepThis: 'この画面の変更を残す',
  takeSaved: '保存済みの内容を残す',
  theirs: '相手の変更',
  mine: '自分の変更',
  together: '両方を統合',
  togetherText: (of) =>
    of === 0
      ? '変更箇所が重なっていないため、両方を残せます。'
      : `${count(of, 'か所')}が両方で変更されています。その箇所は相手の内容を残します。`,
  keepMine: '自分の変更を残す',
  takeTheirs: '相手の変更を残す',
  undo: '元に戻す',
  redo: 'やり直す',
  bar: '未保存の変更',
  decimals: (max: number) => `小数点以下は${max}桁までで入力してください。`,
};
