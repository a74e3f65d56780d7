import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import { TextAt } from '../document/fields.tsx';
import { language, messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Combobox } from '../ui/pickers/Combobox.tsx';
import type { SectionProps } from './section-parts.tsx';

/** What other currencies are worth in the program's, for orders that do not say. */
export const RatesSection = ({ editor, document }: SectionProps): JSX.Element => {
  const w = messages();
  const chosen = useSignal<string | null>(null);
  const { currency, rates } = document;
  const names = new Intl.DisplayNames(language.value, { type: 'currency' });
  const nameOf = (code: string): string => `${names.of(code) ?? code} (${code})`;
  const options = Intl.supportedValuesOf('currency')
    .filter((code) => code !== currency && rates[code] === undefined)
    .map((code) => ({ id: code, name: nameOf(code) }));
  const add = (): void => {
    if (chosen.value !== null) editor.set(['rates', chosen.value], '1');
    chosen.value = null;
  };
  return (
    <section data-place="rates">
      <h2>{w.programFields.rates}</h2>
      <p class="quiet">{w.programFields.ratesText(currency)}</p>
      <ul class="rates">
        {Object.keys(rates).map((code) => (
          <li key={code} class="row low">
            <TextAt
              editor={editor}
              path={['rates', code]}
              label={w.programFields.rate(nameOf(code), currency)}
            />
            <Button
              kind="quiet"
              icon={Trash2}
              aria-label={w.program.remove(nameOf(code))}
              onClick={() => editor.set(['rates', code], undefined)}
            />
          </li>
        ))}
      </ul>
      <div class="row low">
        <Combobox
          label={w.programFields.addCurrency}
          text={chosen.value === null ? '' : nameOf(chosen.value)}
          options={options}
          onChoose={({ id }) => (chosen.value = id)}
        />
        <Button
          icon={Plus}
          blocked={chosen.value === null && w.programFields.chooseCurrency}
          onClick={add}
        >
          {w.programFields.add}
        </Button>
      </div>
    </section>
  );
};
