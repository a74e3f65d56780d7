import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { fieldFaultText } from '../../i18n/fault-text.ts';
import { loadFaultWords } from '../../i18n/fault-words.ts';
import { messages } from '../../i18n/messages.ts';
import { SelectField, TextField } from '../Field.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { Combobox, type Option } from '../pickers/Combobox.tsx';
import type { FilterField } from './filter-field.ts';
import { filterTyped } from './filter-rules.ts';

/** What a list is to be narrowed by, and to what. */
export const FilterDialog = (props: {
  fields: readonly FilterField[];
  onClose: () => void;
  onValue: (name: string, value: string) => void;
}): JSX.Element => {
  const { fields, onClose, onValue } = props;
  const name = useSignal(fields[0]?.name ?? '');
  const text = useSignal('');
  const fault = useSignal<string | null>(null);
  const field = fields.find((one) => one.name === name.value);
  const w = messages().tables;
  const options = field?.options;
  const chosen = text.value || Object.keys(options ?? {})[0] || '';
  const type = (next: string): void => {
    text.value = next;
    fault.value = null;
  };
  const apply = async (): Promise<void> => {
    const asked = filterTyped(field ?? {}, chosen);
    if (typeof asked === 'string') return onValue(name.value, asked);
    await loadFaultWords();
    fault.value = fieldFaultText({ path: name.value, ...asked });
  };
  return (
    <FormDialog
      title={w.filter}
      action={w.apply}
      busy={false}
      onClose={onClose}
      onSubmit={() => void apply()}
    >
      <SelectField
        label={w.filterBy}
        value={name.value}
        options={Object.fromEntries(fields.map((one) => [one.name, one.label]))}
        onValue={(next) => {
          name.value = next;
          type('');
        }}
      />
      {field?.find !== undefined ? (
        <FindField key={field.name} find={field.find} fault={fault.value} onFound={type} />
      ) : options === undefined ? (
        <TextField
          label={w.filterValue}
          required
          type={field?.type ?? 'text'}
          inputMode={field?.inputMode ?? 'text'}
          fault={fault.value}
          value={text.value}
          onValue={type}
        />
      ) : (
        <SelectField label={w.filterValue} value={chosen ?? ''} options={options} onValue={type} />
      )}
    </FormDialog>
  );
};

/** A value that is found by its name. */
function FindField(props: {
  find: (typed: string) => Promise<readonly Option[]>;
  fault: string | null;
  onFound: (id: string) => void;
}): JSX.Element {
  const { find, fault, onFound } = props;
  const typed = useSignal('');
  const chosen = useSignal('');
  const options = useSignal<readonly Option[]>([]);
  const search = typed.value.trim();
  useEffect(() => {
    let isLatest = true;
    const ask = async (): Promise<void> => {
      const found = await find(search);
      if (isLatest) options.value = found;
    };
    void ask();
    return () => {
      isLatest = false;
    };
  }, [search]);
  return (
    <Combobox
      label={messages().tables.filterValue}
      text={chosen.value}
      fault={fault}
      options={options.value}
      onSearch={(next) => (typed.value = next)}
      onChoose={({ id, name }) => {
        chosen.value = name;
        onFound(id);
      }}
    />
  );
}
