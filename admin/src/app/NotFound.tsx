import type { JSX } from 'preact';
import { MapPinOff } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';

/** What an address shows at which there is no page. */
export const NotFound = (): JSX.Element => {
  const w = messages().app;
  return (
    <Page title={w.lost}>
      <Empty icon={MapPinOff} title={w.lostText}>
        <a class="button" href="/console">
          {w.home}
        </a>
      </Empty>
    </Page>
  );
};
