import type { Messages } from '../shape.ts';

export const settings: Messages['settings'] = {
  groups: {
    shop: 'ショップ',
    connections: '連携',
    messages: 'メッセージ',
    data: 'データとプライバシー',
    log: '操作履歴',
    you: 'ご自身の設定',
  },
};
