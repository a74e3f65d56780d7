import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Theme } from '@okaeri/shared/themes';
import { shopLanguages } from '../app/shop-languages.ts';
import { messages } from '../i18n/messages.ts';
import { AreaField, SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { wordsOf } from './score-text.ts';
import type { Themes } from './themes-model.ts';

type Texts = Readonly<Record<string, string>>;

/** Names a theme, and the words by which comments come to it. */
export const ThemeDialog = (props: {
  themes: Themes;
  /** Null for a new one. */
  theme: Theme | null;
  onClose: () => void;
}): JSX.Element => {
  const { themes, theme, onClose } = props;
  const name = useSignal<Texts>(theme?.name ?? {});
  const words = useSignal<Texts>(
    Object.fromEntries(
      Object.entries(theme?.rules ?? {}).map(([tag, all]) => [tag, all.join(', ')]),
    ),
  );
  const isBusy = useSignal(false);
  const w = messages().surveys;
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const rules = Object.fromEntries(
      Object.entries(words.value)
        .map(([tag, text]) => [tag, splitWords(text)] as const)
        .filter(([, all]) => all.length > 0),
    );
    const isSaved = await themes.save(theme?.id ?? null, { name: filled(name.value), rules });
    isBusy.value = false;
    if (isSaved) onClose();
  };
  return (
    <FormDialog
      title={
        theme === null ? w.addTheme.replace('…', '') : w.editTheme(wordsOf(theme.name, theme.id))
      }
      action={w.saveTheme}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      {Object.entries(shopLanguages()).map(([tag, language]) => (
        <div key={tag} class="stack">
          <TextField
            label={w.themeName(language)}
            value={name.value[tag] ?? ''}
            onValue={(text) => (name.value = { ...name.value, [tag]: text })}
          />
          <TextField
            label={w.themeWords(language)}
            hint={w.themeWordsHint}
            value={words.value[tag] ?? ''}
            onValue={(text) => (words.value = { ...words.value, [tag]: text })}
          />
        </div>
      ))}
    </FormDialog>
  );
};

/** Says what the shop did about a theme. */
export const OutcomeDialog = (props: { themes: Themes; onClose: () => void }): JSX.Element => {
  const { themes, onClose } = props;
  const all = themes.all.value ?? [];
  const chosen = useSignal(all[0]?.id ?? '');
  const theme = all.find(({ id }) => id === chosen.value);
  const state = useSignal<'planned' | 'done'>(theme?.outcome?.state ?? 'done');
  const text = useSignal<Texts>(theme?.outcome?.text ?? {});
  const isBusy = useSignal(false);
  const w = messages().surveys;
  const choose = (id: string): void => {
    chosen.value = id;
    const { outcome = null } = all.find((one) => one.id === id) ?? {};
    state.value = outcome?.state ?? 'done';
    text.value = outcome?.text ?? {};
  };
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const said = { state: state.value, text: filled(text.value) };
    const isSaved = await themes.say(chosen.value, said);
    isBusy.value = false;
    if (isSaved) onClose();
  };
  return (
    <FormDialog
      title={w.outcomeTitle}
      action={w.outcomeSave}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <SelectField<string>
        label={w.chooseTheme}
        value={chosen.value}
        options={Object.fromEntries(all.map(({ id, name }) => [id, wordsOf(name, id)]))}
        onValue={choose}
      />
      <SelectField
        label={w.outcomeState}
        value={state.value}
        options={w.outcomeStates}
        onValue={(next) => (state.value = next)}
      />
      {Object.entries(shopLanguages()).map(([tag, language]) => (
        <AreaField
          key={tag}
          label={w.outcomeText(language)}
          value={text.value[tag] ?? ''}
          onValue={(next) => (text.value = { ...text.value, [tag]: next })}
        />
      ))}
    </FormDialog>
  );
};

function splitWords(text: string): string[] {
  return text
    .split(/[,、，\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Texts without languages in which nothing was said. */
function filled(texts: Texts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
