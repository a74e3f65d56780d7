import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { SurveyDefinition, SurveyTrigger } from '@okaeri/shared/surveys';
import { api, shopPath } from '../app/session.ts';
import type { DocumentEditor } from '../document/document-editor.ts';
import { NumberAt, ShareAt } from '../document/fields.tsx';
import { InstantAt } from '../document/more-fields.tsx';
import { PicksAt } from '../document/PicksAt.tsx';
import { messages } from '../i18n/messages.ts';
import { shopNow } from '../lib/shop-clock.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { SelectField } from '../ui/Field.tsx';
import { wordsOf } from './score-text.ts';

type Editor = DocumentEditor<SurveyDefinition>;

/** Whom a survey asks, on which occasions, how often, and what else decides about it. */
export const Timing = (props: { editor: Editor; document: SurveyDefinition }): JSX.Element => {
  const { editor, document } = props;
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const w = messages().surveys;
  const named = (all: readonly { id: string; name: Readonly<Record<string, string>> }[]) =>
    all.map(({ id, name }) => ({ id, name: wordsOf(name, id) }));
  const { tiers = [], segments = [] } = program.value.value ?? {};
  return (
    <>
      <section>
        <h2>{w.who}</h2>
        <div class="grid wide survey-timing">
          <TriggerFields editor={editor} document={document} />
          {document.trigger.kind !== 'dates' && (
            <NumberAt editor={editor} path={['openDays']} label={w.openDays} />
          )}
          <ShareAt editor={editor} path={['sampleRate']} label={w.sampleRate} />
          <NumberAt editor={editor} path={['showsMax']} label={w.showsMax} />
          <NumberAt
            editor={editor}
            path={['mailAfterDays']}
            label={w.mailAfterDays}
            hint={w.mailHint}
            optional="null"
          />
        </div>
        <PicksAt
          editor={editor}
          path={['audience', 'tierIds']}
          label={w.tiers}
          hint={w.audienceHint}
          options={named(tiers)}
        />
        <PicksAt
          editor={editor}
          path={['audience', 'segmentIds']}
          label={w.segments}
          hint={w.audienceHint}
          options={named(segments)}
        />
      </section>
      <section class="stack">
        <p class="quiet">
          {w.rewardText} <a href={shopPath('/program/earning')}>{w.rewardLink}</a>
        </p>
        <p class="quiet">
          {w.limits} <a href={shopPath('/settings/limits')}>{w.limitsLink}</a>
        </p>
        {document.kind === 'nps' && <p class="quiet">{w.expected(150, '13')}</p>}
      </section>
    </>
  );
};

function TriggerFields({ editor, document }: { editor: Editor; document: SurveyDefinition }) {
  const w = messages().surveys;
  const { trigger } = document;
  return (
    <>
      <SelectField
        label={w.trigger}
        value={trigger.kind}
        options={w.triggers}
        onValue={(kind) => editor.set(['trigger'], triggerOf(kind))}
      />
      {trigger.kind === 'relational' && (
        <SelectField
          label={w.every}
          value={trigger.every}
          options={w.periods}
          onValue={(every) => editor.set(['trigger', 'every'], every)}
        />
      )}
      {trigger.kind === 'dates' && (
        <>
          <InstantAt editor={editor} path={['trigger', 'opensAt']} label={w.opensAt} />
          <InstantAt editor={editor} path={['trigger', 'closesAt']} label={w.closesAt} />
        </>
      )}
      {'afterDays' in trigger && (
        <NumberAt editor={editor} path={['trigger', 'afterDays']} label={w.afterDays} />
      )}
    </>
  );
}

/** What a way of asking begins with. */
function triggerOf(kind: SurveyTrigger['kind']): SurveyTrigger {
  if (kind === 'relational') return { kind, every: 'quarter' };
  if (kind !== 'dates') return { kind, afterDays: kind === 'afterArrival' ? 3 : 1 };
  const day = (after: number): string => {
    const at = new Date(shopNow() + after * 86_400_000);
    at.setUTCMinutes(0, 0, 0);
    return at.toISOString();
  };
  return { kind, opensAt: day(7), closesAt: day(21) };
}
