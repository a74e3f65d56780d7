import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ProgramDocument } from '@okaeri/shared/program';
import { denied } from '../app/denied.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { ConflictDialog } from '../document/ConflictDialog.tsx';
import { Faults } from '../document/Faults.tsx';
import { ReplaceDialog } from '../document/ReplaceDialog.tsx';
import { SaveBar } from '../document/SaveBar.tsx';
import { differencesToPublish, type Editor } from './program-model.ts';
import { CampaignsTab } from './CampaignsTab.tsx';
import { EarningSection } from './EarningSection.tsx';
import { GoalsTab } from './GoalsTab.tsx';
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
  const isPublishing = useSignal(false);
  const of = { editor, document };
  const Part = PARTS[part];
  const w = messages().program;
  const isSame = differencesToPublish(editor).length === 0;
  return (
    <>
      <Faults editor={editor} />
      <Part {...of} />
      <SaveBar editor={editor} needs="run">
        <Button
          kind={isSame ? 'plain' : 'primary'}
          busy={editor.isPublishing.value}
          blocked={denied('run') || (isSame && w.nothing)}
          onClick={() => (isPublishing.value = true)}
        >
          {w.publish}
        </Button>
      </SaveBar>
      {isPublishing.value && <PublishDialog {...of} onClose={() => (isPublishing.value = false)} />}
      <ConflictDialog editor={editor} />
    </>
  );
};

function PublishDialog(props: Props & { onClose: () => void }): JSX.Element {
  const { editor, document, onClose } = props;
  const w = messages().program;
  return (
    <ReplaceDialog
      title={w.publishTitle}
      text={w.publishText}
      nothing={w.nothing}
      action={w.publish.replace('…', '')}
      of={differencesToPublish(editor)}
      documents={[document, editor.published.value]}
      onClose={onClose}
      onConfirm={() => void editor.publish()}
    />
  );
}

function Basics(of: Props): JSX.Element {
  return (
    <>
      <BasicsSection {...of} />
      <PoliciesSection {...of} />
    </>
  );
}
