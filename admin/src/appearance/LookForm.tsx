import type { JSX } from 'preact';
import { X } from 'lucide';
import type { Theme } from '@okaeri/shared/appearance';
import { CheckAt, NumberAt, SelectAt, WordsAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { ColourField } from '../ui/ColourField.tsx';
import type { AppearanceModel } from './appearance-model.ts';
import { Contrasts } from './Contrasts.tsx';

/** What the widget takes where nothing was chosen, so that the picker begins there. */
const UNCHOSEN = { accent: '#2f6b4f', accentDark: '#9ccfae' } as const;

/** Colours, shapes and the launcher. */
export const LookForm = ({
  model,
  theme,
}: {
  model: AppearanceModel;
  theme: Theme;
}): JSX.Element => {
  const { editor } = model;
  const w = messages().appearance;
  const at = (name: keyof Theme): string[] => ['theme', name];
  return (
    <>
      <section>
        <h2>{w.colours}</h2>
        <Accent model={model} theme={theme} name="accent" />
        <Accent model={model} theme={theme} name="accentDark" />
        <Contrasts theme={theme} />
        <div class="grid">
          <SelectAt editor={editor} path={at('preset')} label={w.preset} options={w.presets} />
          <SelectAt editor={editor} path={at('mode')} label={w.mode} options={w.modes} />
        </div>
      </section>
      <section>
        <h2>{w.shape}</h2>
        <div class="grid">
          <SelectAt editor={editor} path={at('font')} label={w.font} options={w.fonts} />
          <SelectAt editor={editor} path={at('density')} label={w.density} options={w.densities} />
          <NumberAt editor={editor} path={at('radiusPx')} label={w.radius} />
        </div>
      </section>
      <LauncherFields model={model} theme={theme} />
    </>
  );
};

function Accent(props: {
  model: AppearanceModel;
  theme: Theme;
  name: keyof typeof UNCHOSEN;
}): JSX.Element {
  const { model, theme, name } = props;
  const w = messages().appearance;
  const set = (value: string | null): void => model.editor.set(['theme', name], value);
  const value = theme[name];
  return (
    <div class="row low">
      <ColourField
        label={w[name]}
        value={value ?? (name === 'accentDark' ? theme.accent : null) ?? UNCHOSEN[name]}
        onValue={set}
        {...(value === null ? { hint: w.unchosen[name] } : {})}
      />
      {value !== null && (
        <Button kind="quiet" icon={X} onClick={() => set(null)}>
          {w.clear}
        </Button>
      )}
    </div>
  );
}

/** The button in the corner. */
function LauncherFields({ model, theme }: { model: AppearanceModel; theme: Theme }): JSX.Element {
  const { editor } = model;
  const w = messages().appearance;
  const path = ['theme', 'launcher'];
  return (
    <section>
      <h2>{w.launcher}</h2>
      <CheckAt editor={editor} path={[...path, 'shown']} label={w.launcherShown} />
      {theme.launcher.shown && (
        <div class="grid">
          <SelectAt
            editor={editor}
            path={[...path, 'position']}
            label={w.position}
            options={w.positions}
          />
          <NumberAt editor={editor} path={[...path, 'offsetPx']} label={w.offset} />
          <WordsAt editor={editor} path={[...path, 'label']} label={w.label} hint={w.labelHint} />
        </div>
      )}
    </section>
  );
}
