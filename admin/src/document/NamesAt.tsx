import { useMemo } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { language, messages } from '../i18n/messages.ts';
import type { Option } from '../ui/pickers/Combobox.tsx';
import { ManyField } from '../ui/pickers/ManyField.tsx';
import { isFoundBy } from '../ui/pickers/zone-rules.ts';
import { faultWithin, type At } from './fields.tsx';
import { placeOf } from './show-field.ts';

/** Countries, or languages, each by its name; what has none may be typed. */
export const NamesAt = (props: At & { of: 'region' | 'language' }): JSX.Element => {
  const { editor, path, label, hint, of } = props;
  const typed = useSignal('');
  const all = useMemo(() => namesOf(of), [of, language.value]);
  const value = editor.at(path);
  const found = all.filter(({ name, id }) => isFoundBy(`${name} ${id}`, typed.value));
  const free = typed.value.trim();
  const options =
    free === '' || found.length > 0
      ? found
      : [{ id: free, name: free, more: messages().pickers.asTyped }];
  return (
    <div data-place={placeOf(path)}>
      <ManyField
        label={label}
        hint={hint}
        fault={faultWithin(editor, path)}
        value={Array.isArray(value) ? value.map(String) : []}
        nameOf={(id) => all.find((one) => one.id === id)?.name ?? id}
        options={options}
        onSearch={(text) => (typed.value = text)}
        onValue={(next) => editor.set(path, next)}
      />
    </div>
  );
};

/** Every code of two letters that has a name. */
function namesOf(of: 'region' | 'language'): readonly Option[] {
  const names = new Intl.DisplayNames(language.value, { type: of, fallback: 'none' });
  const first = (of === 'region' ? 'A' : 'a').charCodeAt(0);
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(first + i));
  return letters
    .flatMap((a) => letters.map((b) => `${a}${b}`))
    .flatMap((id) => {
      const name = names.of(id);
      return name === undefined ? [] : [{ id, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, language.value));
}
