import type { ProgramDocument } from '@okaeri/shared/program';
import { adaptTemplate } from './adapt-rules.ts';
import { goodCauses } from './templates/good-causes.ts';
import { pointsAndRanks } from './templates/points-and-ranks.ts';
import { vipBySpend } from './templates/vip-by-spend.ts';

/** A programme to start from. */
export interface ProgramTemplate {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly document: ProgramDocument;
}

/** Programmes as real shops run them, for a merchant to start from. */
export const PROGRAM_TEMPLATES: readonly ProgramTemplate[] = [
  {
    id: 'points-and-ranks',
    title: {
      en: 'Points, ranks and limited-time points',
      ja: 'ポイント・会員ランク・期間限定ポイント',
    },
    document: pointsAndRanks,
  },
  {
    id: 'vip-by-spend',
    title: { en: 'A club by what is spent in a year', ja: '年間購入額によるVIP会員' },
    document: vipBySpend,
  },
  {
    id: 'good-causes',
    title: { en: 'Good choices, good causes, badges', ja: '良い選択・寄付・バッジ' },
    document: goodCauses,
  },
];

/** The same in a shop's currency. */
export const templatesIn = (currency: string): readonly ProgramTemplate[] =>
  PROGRAM_TEMPLATES.map((template) => ({
    ...template,
    document: adaptTemplate(template.document, currency),
  }));
