import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatShare } from '../lib/format.ts';
import { formatSpan } from './case-words.ts';
import type { Inbox } from './cases-model.ts';

const HOUR_MS = 3_600_000;

/** How the shop does this month: what is not known is not said. */
export const Figures = ({ inbox }: { inbox: Inbox }): JSX.Element | null => {
  const month = inbox.figures.value.value?.months.at(-1);
  if (month === undefined || month.opened === 0) return null;
  const w = messages().cases;
  const { share, low, high } = month.recovered;
  const said = [
    w.resolvedCount(formatCount(month.resolved)),
    ...(month.medianFirstReplyHours === null
      ? []
      : [w.firstReply(formatSpan(month.medianFirstReplyHours * HOUR_MS))]),
    ...(share === null || low === null || high === null
      ? []
      : [w.recovered(formatShare(share), formatShare(low), formatShare(high))]),
  ];
  return (
    <p class="quiet small">
      {w.thisMonth}: {said.join(' · ')}
    </p>
  );
};
