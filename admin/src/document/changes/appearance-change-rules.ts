import type { Appearance, Theme } from '@okaeri/shared/appearance';
import { isSame, type Change } from './change-rules.ts';
import { fieldChanges, type Facets } from './facet-rules.ts';
import type { AnyFacets } from './list-rules.ts';
import type { DocumentRules } from './reader.ts';
import { sideOf, type Reading } from './reading.ts';
import { alone, choice, quiet, texts } from './shared-facets.ts';
import { numberText } from './value-rules.ts';

type Texts = Readonly<Record<string, string>>;

/** What is different between two states of the widget's look and words, in words. */
export const appearanceChanges = (
  before: Appearance,
  after: Appearance,
  reading: Omit<Reading, 'documents'>,
): Change[] => {
  const as: Reading = { ...reading, documents: [after, before] };
  const sides = [sideOf(null, as), sideOf(null, as)] as const;
  const of = { sides, subject: '' };
  const [was, is] = [before.theme, after.theme];
  return [
    ...fieldChanges({ ...of, before: was, after: is, facets: themeFacets(as), path: ['theme'] }),
    ...fieldChanges({
      ...of,
      before: was.launcher,
      after: is.launcher,
      facets: launcherFacets(as),
      path: ['theme', 'launcher'],
    }),
    ...textChanges(before, after, as),
  ];
};

/** How the widget's look and words are spoken of. */
export const appearanceWords: DocumentRules<Appearance> = {
  changes: appearanceChanges,
  fieldName: (path, document, reading) => {
    const as: Reading = { ...reading, documents: [document] };
    const [root, key = '', inner = ''] = path;
    if (root === 'texts') return as.changeLabels.theme.texts;
    const facets: AnyFacets = { ...themeFacets(as), ...launcherFacets(as) };
    return (facets[inner] ?? facets[key])?.label ?? '';
  },
};

function themeFacets({ changeLabels: { theme: w }, messages }: Reading): Facets<Theme> {
  const { presets, modes, fonts, densities } = messages.appearance;
  const colour = (label: string, none: string) =>
    quiet<string | null>(label, (value) => value, { none: () => none });
  const { unchosen } = messages.appearance;
  return {
    preset: choice(w.preset, presets),
    accent: colour(w.accent, unchosen.accent),
    accentDark: colour(w.accentDark, unchosen.accentDark),
    mode: choice(w.mode, modes),
    radiusPx: quiet(w.radiusPx, (px, side) => side.changes.pixels(numberText(px, side))),
    font: choice(w.font, fonts),
    density: choice(w.density, densities),
    launcher: null,
  };
}

function launcherFacets({
  changeLabels: { theme: w },
  messages,
}: Reading): Facets<Theme['launcher']> {
  return {
    shown: {
      ...alone(w.shown, (isShown: boolean, side) => (isShown ? side.changes.on : side.changes.off)),
      how: 'quiet',
    },
    position: choice(w.position, messages.appearance.positions),
    offsetPx: quiet(w.offsetPx, (px, side) => side.changes.pixels(numberText(px, side))),
    label: texts(w.label),
  };
}

/** Texts by language and message: a message has no name but what it says. */
function textChanges(before: Appearance, after: Appearance, as: Reading): Change[] {
  const { changes: w, changeLabels } = as;
  const languages = new Intl.DisplayNames(as.language, { type: 'language' });
  const tags = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])];
  const found = tags.flatMap((tag): Change[] => {
    const [was, is]: [Texts, Texts] = [before.texts[tag] ?? {}, after.texts[tag] ?? {}];
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    const say = (text: string | undefined): string =>
      text === undefined ? w.shopWords : w.quoted(text);
    return names
      .filter((name) => was[name] !== is[name])
      .map((name) => ({
        kind: 'changed',
        path: ['texts', tag, name],
        subject: '',
        label: w.inLanguage(changeLabels.theme.texts, languages.of(tag) ?? tag),
        before: say(was[name]),
        after: say(is[name]),
      }));
  });
  if (found.length > 0 || isSame(before.texts, after.texts)) return found;
  const label = changeLabels.theme.texts;
  return [{ kind: 'changed', path: ['texts'], subject: '', label, before: null, after: null }];
}
