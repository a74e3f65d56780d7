import type { JSX } from 'preact';
import type { Case } from '@okaeri/shared/cases';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { shopNow, type Inbox } from './cases-model.ts';
import { dueText, initialsOf, isLate } from './case-words.ts';

/** A case in the list: what it is about, who it is of, how bad and how late. */
export const CaseRowView = (props: { inbox: Inbox; of: Case; isCurrent: boolean }): JSX.Element => {
  const { inbox, of, isCurrent } = props;
  const w = messages().cases;
  const owner = inbox.nameOf(of.ownerId);
  const due = dueText(of, shopNow());
  return (
    <li>
      <a
        class="case-row"
        href={shopPath(`/cases/${of.id}`)}
        aria-current={isCurrent ? 'true' : undefined}
      >
        <span class="case-row-main">
          <strong dir="auto">{of.title ?? w.untitled}</strong>
          <span class="quiet small">
            <bdi>{of.shopperName ?? of.shopperId ?? w.guest}</bdi> · {w.reasons[of.reason]}
          </span>
          <span class="case-row-due small">
            {of.severity === 'high' && <span class="badge bad">{w.high}</span>}
            <span class={isLate(of) ? 'is-bad' : 'quiet'}>{due}</span>
          </span>
        </span>
        {owner !== null && (
          <span class="case-initials" title={owner}>
            <span aria-hidden="true">{initialsOf(owner)}</span>
            <span class="hidden">
              {w.owner}: {owner}
            </span>
          </span>
        )}
      </a>
    </li>
  );
};
