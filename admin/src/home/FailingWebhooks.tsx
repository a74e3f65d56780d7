import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { TriangleAlert } from 'lucide';
import { api, may, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Icon } from '../ui/Icon.tsx';

/** Webhooks that do not get through: whoever may mend that is told where they come in. */
export const FailingWebhooks = ({ round }: { round: number }): JSX.Element | null => {
  const known = useMemo(() => createResource(() => request(api().webhooks.$get())), []);
  const isMine = may('run');
  useEffect(() => {
    if (isMine) void known.load();
  }, [known, isMine, round]);
  const w = messages().homeFigures;
  const failing = known.value.value?.items.flatMap(({ url, failingSince }) =>
    failingSince === null ? [] : [{ url, failingSince }],
  );
  return (
    <>
      {failing?.map(({ url, failingSince }) => (
        <p key={url} class="note state failed" role="alert">
          <Icon of={TriangleAlert} size={16} />
          <strong class="grow">{w.webhook(new URL(url).host, formatTime(failingSince))}</strong>
          <a href={shopPath('/settings/webhooks')}>{w.deliveries}</a>
        </p>
      ))}
    </>
  );
};
