import type { JSX } from 'preact';
import { CalendarRange } from 'lucide';
import { isTimeZone } from '@okaeri/shared/days';
import type { ProgramDocument } from '@okaeri/shared/program';
import { overview } from '../app/overview.ts';
import { NumberAt, SelectAt, TextAt } from '../document/fields.tsx';
import { InstantAt } from '../document/more-fields.tsx';
import { messages } from '../i18n/messages.ts';
import { AudienceAt, LimitAt, OwnExpiryAt, RulesAt, ScopeAt } from './bound-fields.tsx';
import { weekFromTomorrow } from './campaign-time-rules.ts';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { newEntity, NameFields, EntityList, type SectionProps } from './section-parts.tsx';

type Campaign = ProgramDocument['campaigns'][number];

/** Bounded multipliers and bonuses on what rules give. */
export const CampaignsTab = (of: SectionProps): JSX.Element => {
  const { editor, document } = of;
  const w = messages().programFields;
  return (
    <>
      <EntityList
        {...of}
        list="campaigns"
        icon={CalendarRange}
        make={newCampaign}
        Item={CampaignItem}
      />
      {document.campaigns.length > 1 && (
        <section class="narrow">
          <SelectAt
            editor={editor}
            path={['campaignStacking']}
            label={w.stacking}
            options={w.stackings}
          />
        </section>
      )}
    </>
  );
};

/** Twice the points for the week from tomorrow on, by the shop's clock: off until somebody means it. */
function newCampaign(document: ProgramDocument): Campaign {
  const { timeZone } = document;
  const now = overview.value === null ? Date.now() : Date.parse(overview.value.now);
  return {
    ...newEntity(document, 'campaigns'),
    enabled: false,
    ...weekFromTomorrow(now, isTimeZone(timeZone) ? timeZone : undefined),
    scope: {},
    effect: { multiplier: '2' },
    expiry: null,
    budgetPoints: null,
    limit: null,
  };
}

function CampaignItem({ editor, document, of }: SectionProps & { of: Campaign }): JSX.Element {
  const w = messages().programFields;
  const path = ['campaigns', of.id];
  const kind = of.effect.bonus === undefined ? 'multiplier' : 'bonus';
  return (
    <ListItem
      editor={editor}
      path={path}
      name={nameOf(of.name, of.id)}
      more={
        <>
          <LimitAt editor={editor} path={path} />
          <OwnExpiryAt editor={editor} path={path} />
          <RulesAt editor={editor} document={document} path={path} />
          <AudienceAt editor={editor} document={document} path={path} />
          <ScopeAt editor={editor} path={path} />
        </>
      }
    >
      <NameFields editor={editor} path={path} />
      <InstantAt editor={editor} path={[...path, 'from']} label={w.from} />
      <InstantAt editor={editor} path={[...path, 'until']} label={w.until} />
      <SelectAt
        editor={{ ...editor, at: () => kind }}
        path={[...path, 'effect']}
        label={w.effect}
        options={w.effects}
        onChosen={(chosen) =>
          editor.set([...path, 'effect'], chosen === 'bonus' ? { bonus: 100 } : { multiplier: '2' })
        }
      />
      {kind === 'bonus' ? (
        <NumberAt editor={editor} path={[...path, 'effect', 'bonus']} label={w.points} />
      ) : (
        <TextAt editor={editor} path={[...path, 'effect', 'multiplier']} label={w.factor} />
      )}
      <NumberAt
        editor={editor}
        path={[...path, 'budgetPoints']}
        label={w.budget}
        hint={w.budgetText}
        optional="null"
      />
    </ListItem>
  );
}
