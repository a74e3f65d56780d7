import type { JSX } from 'preact';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { PlatformSection } from './PlatformSection.tsx';
import { WebhooksSection } from './WebhooksSection.tsx';

/** The platform the shop runs on. */
export const StorePage = (): JSX.Element => {
  const { integrations: w, app } = messages();
  return (
    <Page crumbs={settingsCrumb()} title={app.pages.store} text={w.platformText}>
      <PlatformSection />
    </Page>
  );
};

/** The endpoints that events are sent to. */
export const WebhooksPage = (): JSX.Element => {
  const w = messages().integrations;
  return (
    <Page crumbs={settingsCrumb()} title={w.webhooks} text={w.webhooksText}>
      <WebhooksSection />
    </Page>
  );
};
