import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Check } from 'lucide';
import type { CaseDetail } from '@okaeri/shared/cases';
import { denied } from '../app/denied.ts';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseEntries } from './CaseEntries.tsx';
import { dueText, isLate } from './case-words.ts';
import { createCase, shopNow, type Inbox, type OpenCase } from './cases-model.ts';
import { Composer } from './Composer.tsx';
import { ResolveDialog } from './ResolveDialog.tsx';

interface Parts {
  inbox: Inbox;
  model: OpenCase;
  of: CaseDetail;
}

/** A case: where it stands, who it is about, what happened, and what to write. */
export const CaseDetailView = (props: { inbox: Inbox; caseId: string }): JSX.Element => {
  const { inbox, caseId } = props;
  const model = useMemo(() => createCase(caseId, inbox), [caseId, inbox]);
  useEffect(() => void model.load(), [model]);
  const of = model.value.value;
  if (model.fault.value !== null && of === undefined)
    return <Fault fault={model.fault.value} onRetry={() => void model.load()} />;
  if (of === undefined) return <Skeleton lines={8} />;
  const parts = { inbox, model, of };
  return (
    <article class="case" aria-labelledby="case-title">
      <Head {...parts} />
      <CaseFacts of={of} />
      <CaseEntries inbox={inbox} of={of} />
      {may('serve') && <Composer {...parts} />}
    </article>
  );
};

function Head(parts: Parts): JSX.Element {
  const { inbox, model, of } = parts;
  const w = messages().cases;
  const isResolving = useSignal(false);
  const due = dueText(of, shopNow());
  const move = (state: 'open' | 'waiting', said: string): void =>
    void model.write(said, { kind: 'state', state, outcome: null });
  return (
    <header class="case-head">
      <div class="case-acts">
        <span class="badge">{w.states[of.state]}</span>
        <span class="grow" />
        {of.state === 'waiting' && (
          <Button kind="quiet" blocked={denied('serve')} onClick={() => move('open', w.moved)}>
            {w.continueNow}
          </Button>
        )}
        {of.state === 'open' && (
          <Button kind="quiet" blocked={denied('serve')} onClick={() => move('waiting', w.moved)}>
            {w.waitNow}
          </Button>
        )}
        {of.state === 'resolved' && (
          <Button blocked={denied('serve')} onClick={() => move('open', w.reopenedNow)}>
            {w.reopen}
          </Button>
        )}
        {(of.state === 'open' || of.state === 'waiting') && (
          <Button
            kind="primary"
            icon={Check}
            data-case-resolve
            blocked={denied('serve')}
            onClick={() => (isResolving.value = true)}
          >
            {w.resolve}
          </Button>
        )}
      </div>
      <h2 id="case-title" class="case-title" tabIndex={-1} data-case-head dir="auto">
        {of.title ?? w.untitled}
      </h2>
      <div class="case-standing">
        {of.severity === 'high' && <span class="badge bad">{w.high}</span>}
        <span class={isLate(of) ? 'is-bad' : 'quiet'}>{due}</span>
        <Owner inbox={inbox} model={model} of={of} />
      </div>
      {isResolving.value && (
        <ResolveDialog model={model} onClose={() => (isResolving.value = false)} />
      )}
    </header>
  );
}

function Owner({ inbox, model, of }: Parts): JSX.Element {
  const w = messages().cases;
  const people = inbox.desk.value.value?.people ?? [];
  const isKnown = people.some(({ userId }) => userId === of.ownerId);
  return (
    <label class="case-owner" data-case-owner>
      <span class="quiet">{w.owner}</span>
      <select
        value={of.ownerId ?? ''}
        disabled={!may('serve') || of.state === 'closed' || people.length === 0}
        onChange={({ currentTarget: { value: ownerId } }) =>
          void model.write(w.moved, { kind: 'owner', ownerId })
        }
      >
        {!isKnown && <option value={of.ownerId ?? ''}>{w.nobody}</option>}
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
