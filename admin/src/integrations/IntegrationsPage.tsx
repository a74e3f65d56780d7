import type { JSX } from 'preact';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { PlatformSection } from './PlatformSection.tsx';
import { WebhooksSection } from './WebhooksSection.tsx';

/** The shop's platform, and the endpoints that events are sent to. */
export const IntegrationsPage = (): JSX.Element => (
  <Page
    crumbs={settingsCrumb()}
    title={messages().integrations.title}
    text={messages().integrations.text}
  >
    <PlatformSection />
    <WebhooksSection />
  </Page>
);
