import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { isKeyOf } from '@okaeri/shared/records';
import { INSIGHT_PAGES, insightPath, type InsightPage } from '../app/insight-pages.ts';
import { NotFound } from '../app/NotFound.tsx';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { lazyValue, type LazyValue } from '../lib/lazy-value.ts';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CohortsPart, GapsPart, Retention } from './Retention.tsx';
import './insights.css';
import './insight-parts.css';

const TABS: readonly InsightPage[] = ['', 'value', 'program', 'map', 'costs'];

// A tab comes when it is opened.
const VALUE = lazyValue(() => import('./Value.tsx'));
const PROGRAMME = lazyValue(() => import('./Programme.tsx'));
const MAP = lazyValue(() => import('./JourneyMap.tsx'));
const COSTS = lazyValue(() => import('./Costs.tsx'));

const PARTS: Readonly<Record<InsightPage, () => JSX.Element | null>> = {
  '': Retention,
  cohorts: CohortsPart,
  gaps: GapsPart,
  value: partOf(VALUE, 'Value'),
  rfm: partOf(VALUE, 'RfmPart'),
  forecast: partOf(VALUE, 'ForecastPart'),
  'retention-value': partOf(VALUE, 'WorthPart'),
  acquisition: partOf(VALUE, 'AcquisitionPart'),
  program: partOf(PROGRAMME, 'Programme'),
  return: partOf(PROGRAMME, 'ReturnPart'),
  effects: partOf(PROGRAMME, 'EffectsPart'),
  liability: partOf(PROGRAMME, 'LiabilityPart'),
  'words-and-deeds': partOf(PROGRAMME, 'DeedsPart'),
  map: partOf(MAP, 'JourneyMap'),
  costs: partOf(COSTS, 'Costs'),
};

/** Figures of the loop: a tab for each question, and each figure on a page of its own. */
export const InsightsPage = (): JSX.Element => {
  const { params } = useRoute();
  const asked = params['tab'] ?? '';
  return isKeyOf(INSIGHT_PAGES, asked) ? <Figures page={asked} /> : <NotFound />;
};

function Figures({ page }: { page: InsightPage }): JSX.Element {
  const { tab } = INSIGHT_PAGES[page];
  const { app, insights: w } = messages();
  const names = app.insightPages;
  const isAlone = page !== tab;
  const Part = PARTS[page];
  const titleOf = (one: InsightPage): string => `${names[one]} · ${app.pages.insights}`;
  useEffect(() => {
    document.title = `${titleOf(page)} · ${app.name}`;
  });
  return (
    <Page
      title={isAlone ? names[page] : app.pages.insights}
      text={w.text}
      crumbs={
        isAlone
          ? [
              { href: shopPath(insightPath('')), text: app.pages.insights },
              ...(tab === '' ? [] : [{ href: shopPath(insightPath(tab)), text: names[tab] }]),
            ]
          : []
      }
    >
      <Tabs
        label={app.pages.insights}
        current={shopPath(insightPath(tab))}
        tabs={TABS.map((one) => ({ href: shopPath(insightPath(one)), text: names[one] }))}
      />
      <Part key={page} />
    </Page>
  );
}

/** A part of a tab that comes when it is opened. */
function partOf<Name extends string>(
  of: LazyValue<Readonly<Record<Name, () => JSX.Element>>>,
  name: Name,
): () => JSX.Element | null {
  return () => (
    <LazyPart of={of} shape={<Skeleton lines={6} />}>
      {(parts) => {
        const Part: () => JSX.Element = parts[name];
        return <Part />;
      }}
    </LazyPart>
  );
}
