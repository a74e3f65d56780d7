import type { JSX } from 'preact';
import type { ProgramDocument } from '@okaeri/shared/program';
import { NumberAt, SelectAt } from '../document/fields.tsx';
import { ItemsAt } from '../document/ItemsAt.tsx';
import { InstantAt } from '../document/more-fields.tsx';
import { PicksAt } from '../document/PicksAt.tsx';
import { messages } from '../i18n/messages.ts';
import { shopNow } from '../lib/shop-clock.ts';
import type { Editor } from './program-model.ts';
import { nameOf } from './name-of.ts';

interface Of {
  editor: Editor;
  document: ProgramDocument;
  path: readonly string[];
}

const DAY_MS = 86_400_000;

/** Whom it is for: tiers and segments; everybody where none is ticked. */
export const AudienceAt = ({ editor, document, path }: Of): JSX.Element => {
  const w = messages().programFields;
  return (
    <>
      <PicksAt
        editor={editor}
        path={[...path, 'tierIds']}
        label={w.onlyTiers}
        options={named(document.tiers)}
      />
      <PicksAt
        editor={editor}
        path={[...path, 'segmentIds']}
        label={w.onlySegments}
        options={named(document.segments)}
      />
    </>
  );
};

/** The programme's earning rules, some of them. */
export const RulesAt = ({ editor, document, path }: Of): JSX.Element => {
  const w = messages().programFields;
  return (
    <PicksAt
      editor={editor}
      path={[...path, 'ruleIds']}
      label={w.onlyRules}
      options={document.earning.map((rule) => ({
        id: rule.id,
        name:
          rule.name === undefined
            ? messages().earningRules[rule.on].name
            : nameOf(rule.name, rule.id),
      }))}
    />
  );
};

/** Which lines of an order it is about: all where nothing is named. */
export const ScopeAt = ({ editor, path }: Omit<Of, 'document'>): JSX.Element => {
  const w = messages().programFields;
  return (
    <>
      {SCOPES.map(([name, kind]) => (
        <ItemsAt
          key={name}
          editor={editor}
          path={[...path, 'scope', name]}
          kind={kind}
          label={w.scope[name]}
          hint={w.scopeHint}
          optional="absent"
        />
      ))}
    </>
  );
};

const SCOPES = [
  ['productIds', 'product'],
  ['collectionIds', 'collection'],
  ['tags', 'tag'],
] as const;

/** How often, or how much, within a time; null for without end. */
export const LimitAt = ({ editor, path }: Omit<Of, 'document'>): JSX.Element => {
  const w = messages().programFields;
  const at = [...path, 'limit'];
  const every = editor.at([...at, 'every']);
  return (
    <>
      <SelectAt
        editor={{ ...editor, at: () => (typeof every === 'string' ? every : 'none') }}
        path={at}
        label={w.limit}
        options={w.limits}
        onChosen={(chosen) => {
          if (chosen === 'none') editor.set(at, null);
          else {
            const count = editor.at([...at, 'count']) ?? 1;
            editor.set(at, { count, every: chosen, ...(chosen === 'rolling' && { days: 30 }) });
          }
        }}
      />
      {typeof every === 'string' && (
        <>
          <NumberAt
            editor={editor}
            path={[...at, 'count']}
            label={w.limitCount}
            optional="absent"
          />
          <NumberAt
            editor={editor}
            path={[...at, 'points']}
            label={w.limitPoints}
            optional="absent"
          />
        </>
      )}
      {every === 'rolling' && (
        <NumberAt editor={editor} path={[...at, 'days']} label={messages().program.days} />
      )}
    </>
  );
};

/** An end of its own for what it gives: limited-time points. */
export const OwnExpiryAt = ({ editor, path }: Omit<Of, 'document'>): JSX.Element => {
  const w = messages().programFields;
  const at = [...path, 'expiry'];
  const kind = editor.at([...at, 'kind']);
  const nextMonth = (): string => new Date(shopNow() + 30 * DAY_MS).toISOString();
  return (
    <>
      <SelectAt
        editor={{ ...editor, at: () => (typeof kind === 'string' ? kind : 'none') }}
        path={at}
        label={w.ownExpiry}
        options={w.ownExpiries}
        onChosen={(chosen) => {
          if (chosen === 'none') editor.set(at, null);
          else
            editor.set(
              at,
              chosen === 'perLot' ? { kind: chosen, days: 30 } : { kind: chosen, at: nextMonth() },
            );
        }}
      />
      {kind === 'perLot' && (
        <NumberAt editor={editor} path={[...at, 'days']} label={messages().program.days} />
      )}
      {kind === 'fixed' && <InstantAt editor={editor} path={[...at, 'at']} label={w.until} />}
    </>
  );
};

/** The badge that comes with it, where the programme has some. */
export const BadgeAt = ({ editor, document, path }: Of): JSX.Element | null => {
  const w = messages().programFields;
  const at = [...path, 'badgeId'];
  if (document.badges.length === 0) return null;
  const options = Object.fromEntries([
    ['', w.noBadge],
    ...named(document.badges).map(({ id, name }) => [id, name]),
  ]);
  return (
    <SelectAt
      editor={{ ...editor, at: () => editor.at(at) ?? '' }}
      path={at}
      label={messages().programLists.badges.one}
      options={options}
      onChosen={(chosen) => editor.set(at, chosen === '' ? null : chosen)}
    />
  );
};

function named(
  list: readonly { id: string; name?: Readonly<Record<string, string>> | undefined }[],
) {
  return list.map(({ id, name }) => ({ id, name: nameOf(name, id) }));
}
