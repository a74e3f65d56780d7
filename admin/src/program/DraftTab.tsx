import type { JSX } from 'preact';
import type { ProgramDocument } from '@okaeri/shared/program';
import { ChangeList } from '../document/ChangeList.tsx';
import { programPlace } from '../document/changes/program-places.ts';
import { messages } from '../i18n/messages.ts';
import { ConflictDialog } from '../document/ConflictDialog.tsx';
import { useShownField } from '../document/show-field.ts';
import type { Editor } from './program-model.ts';
import { CampaignsTab } from './CampaignsTab.tsx';
import { EarningSection } from './EarningSection.tsx';
import { GoalsTab } from './GoalsTab.tsx';
import { RatesSection } from './RatesSection.tsx';
import { BasicsSection, PoliciesSection } from './sections.tsx';
import { SegmentsTab } from './SegmentsTab.tsx';
import { TiersTab } from './TiersTab.tsx';
import { RewardsSection } from './RewardsSection.tsx';
import { TextSection } from './TextSection.tsx';

interface Props {
  editor: Editor;
  document: ProgramDocument;
}

/** Parts of the draft, each a page of its own. */
export const DRAFT_TABS = [
  'draft',
  'earning',
  'rewards',
  'tiers',
  'campaigns',
  'segments',
  'goals',
  'text',
] as const;
export type DraftPart = (typeof DRAFT_TABS)[number];

const PARTS: Readonly<Record<DraftPart, (of: Props) => JSX.Element>> = {
  draft: Basics,
  earning: EarningSection,
  rewards: RewardsSection,
  tiers: TiersTab,
  campaigns: CampaignsTab,
  segments: SegmentsTab,
  goals: GoalsTab,
  text: TextSection,
};

/** The draft, as forms over the one document. */
export const DraftTab = (props: Props & { part: DraftPart }): JSX.Element => {
  const { editor, document, part } = props;
  const Part = PARTS[part];
  useShownField();
  return (
    <div class="draft-split">
      <div>
        <Part editor={editor} document={document} />
      </div>
      <WhatChanges editor={editor} />
      <ConflictDialog editor={editor} />
    </div>
  );
};

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
      <ChangeList of={changes} placeOf={programPlace} onFollow={() => undefined} />
    </aside>
  );
}

function Basics(of: Props): JSX.Element {
  return (
    <>
      <BasicsSection {...of} />
      <PoliciesSection {...of} />
      <RatesSection {...of} />
    </>
  );
}
