import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Retention } from './Retention.tsx';
import './insights.css';

/** Figures of the loop: who comes back, and when. */
export const InsightsPage = (): JSX.Element => {
  const w = messages().insights;
  return (
    <Page title={messages().app.pages.insights} text={w.text}>
      <Retention />
    </Page>
  );
};
