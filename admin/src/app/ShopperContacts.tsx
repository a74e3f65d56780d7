import type { JSX } from 'preact';
import { MessagesSquare, Stamp } from 'lucide';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import type { Consent } from '@okaeri/shared/consents';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { RecordList } from '../ui/RecordList.tsx';
import { TouchRow } from './TouchRow.tsx';

/** What was to be said to one shopper, and why it was or was not; and what they have agreed to. */
export const ShopperContacts = ({ of }: { of: ShopperAffairs }): JSX.Element => {
  const { shopper: s, contacts: w } = messages();
  return (
    <>
      {of.suppressions.map(({ reason }) => (
        <p key={reason} class="note warn">
          {w.reasons[reason]}
        </p>
      ))}
      <RecordList
        items={of.touches}
        icon={MessagesSquare}
        empty={s.noContacts}
        emptyText={s.noContactsText}
      >
        {(touch) => <TouchRow touch={touch} />}
      </RecordList>
      <h2>{w.consents}</h2>
      <RecordList
        items={of.consents}
        icon={Stamp}
        empty={w.noConsents}
        emptyText={w.noConsentsText}
      >
        {(consent) => <ConsentRow of={consent} />}
      </RecordList>
    </>
  );
};

function ConsentRow({ of }: { of: Consent }): JSX.Element {
  const { contacts: w } = messages();
  const { purpose, channel, state, at, source, wordingId, evidence } = of;
  return (
    <div class="grow">
      <p>
        <strong>{w.purposes[purpose]}</strong> <span class="badge">{w.channels[channel]}</span>{' '}
        <span class={`badge ${state === 'withdrawn' ? 'warn' : ''}`}>{w.states[state]}</span>
      </p>
      {evidence?.declaredBy !== undefined && (
        <p>{w.declared(evidence.declaredBy.name, evidence.declaredBy.sentence)}</p>
      )}
      <p class="quiet small">
        <time dateTime={at}>{formatTime(at)}</time>
        {` · ${source}`}
        {wordingId !== null && ` · ${wordingId}`}
      </p>
    </div>
  );
}
