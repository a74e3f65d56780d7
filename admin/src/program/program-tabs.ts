import type { JSX } from 'preact';
import { lazyValue, type LazyValue } from '../lib/lazy-value.ts';
import type { SectionProps } from './section-parts.tsx';

/** In the order in which they stand beside each other. */
export const TABS = [
  'draft',
  'earning',
  'rewards',
  'tiers',
  'campaigns',
  'segments',
  'goals',
  'versions',
  'machine',
  'text',
] as const;
export type Tab = (typeof TABS)[number];

/** What each tab shows: nobody opens them all, so each lies in a chunk of its own. */
export const TAB_PARTS: Readonly<Record<Tab, LazyValue<(of: SectionProps) => JSX.Element>>> = {
  draft: lazyValue(async () => (await import('./BasicsTab.tsx')).BasicsTab),
  earning: lazyValue(async () => (await import('./EarningSection.tsx')).EarningSection),
  rewards: lazyValue(async () => (await import('./RewardsSection.tsx')).RewardsSection),
  tiers: lazyValue(async () => (await import('./TiersTab.tsx')).TiersTab),
  campaigns: lazyValue(async () => (await import('./CampaignsTab.tsx')).CampaignsTab),
  segments: lazyValue(async () => (await import('./SegmentsTab.tsx')).SegmentsTab),
  goals: lazyValue(async () => (await import('./GoalsTab.tsx')).GoalsTab),
  versions: lazyValue(async () => (await import('./VersionsTab.tsx')).VersionsTab),
  machine: lazyValue(async () => (await import('./SimulationTab.tsx')).SimulationTab),
  text: lazyValue(async () => (await import('./TextSection.tsx')).TextSection),
};
