import type { JSX } from 'preact';
import type { CaseDetail, CaseEntry, CaseReason } from '@okaeri/shared/cases';
import { isKeyOf } from '@okaeri/shared/records';
import { shopZone } from '../app/shop-zone.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatTimeIn } from '../lib/format.ts';
import { initialsOf } from './case-words.ts';
import type { Inbox } from './cases-model.ts';

/** What happened to a case, in its order. */
export const CaseEntries = ({ inbox, of }: { inbox: Inbox; of: CaseDetail }): JSX.Element => (
  <ol class="entries" aria-label={messages().cases.history}>
    {of.entries.map((entry) => (
      <Entry key={entry.id} inbox={inbox} of={of} entry={entry} />
    ))}
  </ol>
);

function Entry(props: { inbox: Inbox; of: CaseDetail; entry: CaseEntry }): JSX.Element {
  const { inbox, of, entry } = props;
  const w = messages().cases;
  const name = nameOf(of, entry);
  const isSaid = entry.note !== null;
  return (
    <li class={`entry of-${entry.kind}${isSaid ? ' is-said' : ''}`}>
      <span class="case-initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div class="entry-body">
        <p class="quiet small">
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          {actOf(inbox, entry)},{' '}
          <time dateTime={entry.at}>{formatTimeIn(entry.at, shopZone())}</time>
        </p>
        {entry.note !== null && (
          <p class="said" dir="auto">
            {entry.note}
          </p>
        )}
        <More of={entry} />
        {entry.data['isCut'] === true && <p class="quiet small">{w.cut}</p>}
        {typeof entry.data['quoted'] === 'string' && (
          <details class="small">
            <summary>{w.quoted}</summary>
            <p class="said quiet" dir="auto">
              {entry.data['quoted']}
            </p>
          </details>
        )}
      </div>
    </li>
  );
}

/** What a score was, and whether words of harm stood beside it. */
function More({ of: { kind, data } }: { of: CaseEntry }): JSX.Element | null {
  if (kind !== 'signal') return null;
  const w = messages().cases;
  if (data['withdrawn'] === true) return <p class="quiet small">{w.says.withdrawn}</p>;
  const { reason, score } = data;
  if (typeof reason !== 'string' || !isKeyOf(w.reasons, reason)) return null;
  if (typeof score !== 'number') return null;
  return (
    <p class="quiet small">
      {w.says.score(w.reasons[reason], scoreOf(reason, score))}
      {data['harm'] === true && ` · ${w.says.harm}`}
    </p>
  );
}

function scoreOf(reason: CaseReason, score: number): string {
  const of = { npsLow: 10, csatLow: 5, cesLow: 7, reviewLow: 5, help: 0, byHand: 0 }[reason];
  return of === 0 ? formatCount(score) : `${formatCount(score)} / ${of}`;
}

function nameOf(of: CaseDetail, { by }: CaseEntry): string {
  const w = messages().cases;
  if (by.kind === 'rule') return w.rule;
  if (by.kind === 'shopper') return by.name ?? of.shopperName ?? of.shopperId ?? w.shopper;
  return by.name ?? w.nobody;
}

/** What somebody did, as it follows their name. */
function actOf(inbox: Inbox, { kind, data, by }: CaseEntry): string {
  const { says: w, nobody } = messages().cases;
  switch (kind) {
    case 'note':
      return w.note;
    case 'reply':
      return data['channel'] === 'widget'
        ? `${w.reply} ${w.widgetOnly}`
        : data['channel'] === 'email'
          ? `${w.reply} ${w.mail}`
          : w.reply;
    case 'message':
      return data['channel'] === 'email' ? `${w.message} ${w.mail}` : w.message;
    case 'signal':
      return w.signal;
    case 'points':
      return w.points(typeof data['points'] === 'number' ? formatCount(data['points']) : '');
    case 'link':
      return w.joined;
    case 'owner': {
      const { ownerId } = data;
      return w.owner(inbox.nameOf(typeof ownerId === 'string' ? ownerId : null) ?? nobody);
    }
    default:
      return standingOf(data, by.kind);
  }
}

function standingOf(data: CaseEntry['data'], by: CaseEntry['by']['kind']): string {
  const { says: w } = messages().cases;
  if (data['overdue'] === true) return w.overdue;
  if (by === 'shopper' && data['solved'] === true) return w.solvedYes;
  if (by === 'shopper' && data['solved'] === false) return w.solvedNo;
  const states: Readonly<Record<string, string>> = {
    open: w.reopened,
    waiting: w.waiting,
    resolved: w.resolved,
    closed: w.closed,
  };
  return states[String(data['state'])] ?? '';
}
