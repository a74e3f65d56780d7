import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Gift, Send } from 'lucide';
import type { CaseDetail, CaseEntryInput } from '@okaeri/shared/cases';
import { LIMITS } from '@okaeri/shared/limits';
import { overview } from '../app/overview.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import type { Inbox, OpenCase } from './cases-model.ts';
import { PointsDialog } from './PointsDialog.tsx';

/** What to write: a reply, which leaves by e-mail where mail is set up, or a note, which stays in the house. */
export const Composer = (props: { inbox: Inbox; model: OpenCase; of: CaseDetail }): JSX.Element => {
  const { inbox, model, of } = props;
  const kind = useSignal<'reply' | 'note'>('reply');
  const text = useSignal('');
  const isGiving = useSignal(false);
  const w = messages().cases;
  const isClosed = of.state === 'closed';
  const isReply = kind.value === 'reply' && !isClosed;
  const waits = of.state === 'open';
  const hasMail = overview.value?.done.includes('mail') !== false;
  const send = async (): Promise<void> => {
    const words = text.value.trim();
    if (words === '') return;
    const entries: CaseEntryInput[] = isReply
      ? [
          { kind: 'reply', text: words },
          ...(waits ? [{ kind: 'state', state: 'waiting', outcome: null } as const] : []),
        ]
      : [{ kind: 'note', text: words }];
    if (await model.write(isReply ? saidOf : w.write.saved, ...entries)) text.value = '';
  };
  return (
    <Form class="composer" onSubmit={() => void send()}>
      {!isClosed && (
        <Kinds of={kind.value} hasMail={hasMail} onChoose={(one) => (kind.value = one)} />
      )}
      <textarea
        data-case-reply
        rows={4}
        maxLength={LIMITS.caseTextMax}
        aria-label={isReply ? w.write.replyLabel : w.write.noteLabel}
        aria-describedby="composer-hint"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <p class="hint" id="composer-hint">
        {!isReply ? w.write.noteHint : hasMail ? w.write.replyHint : w.write.widgetHint}
      </p>
      <div class="row spread">
        {!isClosed && (
          <Button icon={Gift} onClick={() => (isGiving.value = true)}>
            {w.givePoints}
          </Button>
        )}
        <Button
          kind="primary"
          type="submit"
          busy={model.isBusy.value}
          {...(isReply && { icon: Send })}
        >
          {!isReply ? w.write.save : waits ? w.write.sendAndWait : w.write.send}
        </Button>
      </div>
      {isGiving.value && (
        <PointsDialog
          inbox={inbox}
          model={model}
          of={of}
          onClose={() => (isGiving.value = false)}
        />
      )}
    </Form>
  );
};

/** Where the reply just written went: by e-mail, or to the widget alone. */
function saidOf({ entries }: CaseDetail): string {
  const w = messages().cases.write;
  const reply = entries.findLast(({ kind }) => kind === 'reply');
  return reply?.data['channel'] === 'widget' ? w.sentToWidget : w.sent;
}

/** A reply or a note. */
function Kinds(props: {
  of: 'reply' | 'note';
  hasMail: boolean;
  onChoose: (one: 'reply' | 'note') => void;
}): JSX.Element {
  const w = messages().cases.write;
  return (
    <div class="case-views" role="group" aria-label={w.kind}>
      {(['reply', 'note'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={props.of === one}
          onClick={() => props.onChoose(one)}
        >
          {one === 'reply' && !props.hasMail ? w.replyLabel : w[one]}
        </button>
      ))}
    </div>
  );
}
