import type { PartCap } from './cap-rules.ts';
import type { EarningRule } from '@okaeri/shared/earning';
import type { Campaign } from '@okaeri/shared/campaigns';
import type { ProgramDocument } from '@okaeri/shared/program';
import { isFor, type SalesContext } from './audience-rules.ts';
import type { OwnerContext } from '../ledger/documents.ts';

/** Stands between a rule's id and a campaign's; no id can contain it. */
const BETWEEN = '\u001f';

/** The name of a campaign's part on a rule; a rule's own part is its id. */
export const campaignPart = (campaignId: string, ruleId: string): string =>
  `${ruleId}${BETWEEN}${campaignId}`;

/** The part of a shopper who came by a referral; the referrer's own is the rule's id, as after a merge both may be one person's. */
export const friendPart = (ruleId: string): string => `${ruleId}${BETWEEN}${BETWEEN}friend`;

/** The rule and the campaign a part is of. */
export const partIds = (part: string): { ruleId: string; campaignId: string | null } => {
  const [ruleId = '', campaignId = ''] = part.split(BETWEEN);
  return { ruleId, campaignId: campaignId === '' ? null : campaignId };
};

/** What the caps of a part are named by: its campaign, or else its rule. */
export const subjectOfPart = (part: string): string => {
  const { ruleId, campaignId } = partIds(part);
  return campaignId === null ? `rule:${ruleId}` : `campaign:${campaignId}`;
};

/** Once in a lifetime, which is what a first order is. */
const ONCE = { count: 1, every: 'lifetime' } as const;

/** The caps a rule's award counts against. */
export const capsOfRule = (rule: EarningRule): PartCap[] => {
  const subject = `rule:${rule.id}`;
  const caps: PartCap[] = [];
  if (rule.limit !== null) caps.push({ subject, cap: rule.limit, shared: false });
  if (isFirstOrderRule(rule)) caps.push({ subject: `first:${rule.id}`, cap: ONCE, shared: false });
  return caps;
};

/** The caps of a part of an earlier award, from the programme it was given under. */
export const capsOfPart = (document: ProgramDocument, part: string): PartCap[] => {
  const { ruleId, campaignId } = partIds(part);
  const campaign = document.campaigns.find(({ id }) => id === campaignId);
  if (campaign !== undefined) return capsOfCampaign(campaign);
  const rule = document.earning.find(({ id }) => id === ruleId);
  return rule === undefined ? [] : capsOfRule(rule);
};

/** Campaigns that add to a rule for this shopper here, in the order of the programme. */
export const campaignsFor = (
  document: ProgramDocument,
  rule: EarningRule,
  by: { who: OwnerContext; place: SalesContext; at: readonly number[] },
): readonly Campaign[] =>
  document.campaigns.filter(
    (campaign) =>
      campaign.enabled &&
      by.at.some((at) => at >= Date.parse(campaign.from) && at < Date.parse(campaign.until)) &&
      (campaign.ruleIds === undefined || campaign.ruleIds.includes(rule.id)) &&
      isFor(campaign, by.who, by.place),
  );

/** A campaign's extra points on a rule. */
export interface Extra {
  readonly campaign: Campaign;
  readonly caps: readonly PartCap[];
  readonly points: number;
  /** The factor that applied before this campaign's, and its own; null for a bonus. */
  readonly factor: string | null;
}

/**
 * What campaigns add to a rule, one after another, each as points of its own:
 * together with the rule's they are the whole of semantics, rule 3.
 *
 * @param points the rule's whole points under factors, rounded once
 */
export const extrasOf = (
  campaigns: readonly Campaign[],
  stacking: ProgramDocument['campaignStacking'],
  points: (campaign: Campaign, factors: readonly string[]) => number,
): readonly Extra[] => {
  const extras: Extra[] = [];
  let before: string[] = [];
  for (const campaign of campaigns) {
    const { multiplier, bonus } = campaign.effect;
    const caps = capsOfCampaign(campaign);
    if (multiplier === undefined) {
      extras.push({ campaign, caps, points: bonus ?? 0, factor: null });
      continue;
    }
    const base = stacking === 'multiply' ? before : [];
    const extra = points(campaign, [...base, multiplier]) - points(campaign, base);
    extras.push({ campaign, caps, points: extra, factor: multiplier });
    before = [...before, multiplier];
  }
  if (stacking !== 'best') return extras;
  const most = Math.max(...extras.map((extra) => extra.points));
  const best = extras.find((extra) => extra.points === most);
  return best === undefined ? [] : [best];
};

function isFirstOrderRule(rule: EarningRule): boolean {
  return rule.on === 'order' && rule.conditions.firstOrder === true;
}

function capsOfCampaign(campaign: Campaign): PartCap[] {
  const subject = `campaign:${campaign.id}`;
  const caps: PartCap[] = [];
  if (campaign.limit !== null) caps.push({ subject, cap: campaign.limit, shared: false });
  if (campaign.budgetPoints !== null)
    caps.push({
      subject,
      cap: { points: campaign.budgetPoints, every: 'lifetime' },
      shared: true,
    });
  return caps;
}
