import type { ComponentType, JSX } from 'preact';
import { programPlace } from '../document/changes/program-places.ts';
import { Conflict } from '../document/Conflict.tsx';
import { useShownField } from '../document/show-field.ts';
import { messages } from '../i18n/messages.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Skeleton } from '../ui/states.tsx';
import type { Editor } from './program-model.ts';
import { TAB_PARTS, type Tab } from './program-tabs.ts';
import type { SectionProps } from './section-parts.tsx';

const CHANGE_LIST = lazyValue(async () => (await import('../document/ChangeList.tsx')).ChangeList);

/** The draft, as forms over the one document. */
export const DraftTab = (props: SectionProps & { part: Tab }): JSX.Element => {
  const { editor, document, part } = props;
  return (
    <div class="draft-split">
      <div>
        <LazyPart of={TAB_PARTS[part]} shape={<Skeleton lines={8} />}>
          {(Part) => <Forms Part={Part} editor={editor} document={document} />}
        </LazyPart>
      </div>
      <WhatChanges editor={editor} />
      <Conflict editor={editor} />
    </div>
  );
};

/** A field can be shown once the forms are there. */
function Forms({ Part, ...of }: SectionProps & { Part: ComponentType<SectionProps> }): JSX.Element {
  useShownField();
  return <Part {...of} />;
}

/** Beside the forms, for as long as there is something to publish. */
function WhatChanges({ editor }: { editor: Editor }): JSX.Element | null {
  const w = messages().program;
  const changes = editor.toPublish.value;
  if (changes === null || changes.length === 0) return null;
  return (
    <aside class="what-changes" aria-label={w.whatChanges}>
      <div class="row between">
        <h2>{w.whatChanges}</h2>
        <span class="quiet small">{w.fromPublished(editor.published.value?.version ?? 0)}</span>
      </div>
      <LazyPart of={CHANGE_LIST} shape={<Skeleton lines={3} />}>
        {(ChangeList) => (
          <ChangeList of={changes} placeOf={programPlace} onFollow={() => undefined} />
        )}
      </LazyPart>
    </aside>
  );
}
