import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { messages } from '../../i18n/messages.ts';
import { SelectField, TextField } from '../Field.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { Combobox, type Option } from '../pickers/Combobox.tsx';
import type { FilterField } from './filter-field.ts';

/** What a list is to be narrowed by, and to what. */
export const FilterDialog = (props: {
  fields: readonly FilterField[];
  onClose: () => void;
  onValue: (name: string, value: string) => void;
}): JSX.Element => {
  const { fields, onClose, onValue } = props;
  const name = useSignal(fields[0]?.name ?? '');
  const text = useSignal('');
  const field = fields.find((one) => one.name === name.value);
  const w = messages().tables;
  const options = field?.options;
  const chosen = options === undefined ? text.value.trim() : text.value || Object.keys(options)[0];
  const value =
    chosen === undefined || chosen === '' || field?.read === undefined
      ? chosen
      : field.read(chosen);
  return (
    <FormDialog
      title={w.filter}
      action={w.apply}
      busy={false}
      onClose={onClose}
      onSubmit={() => {
        if (value !== undefined && value !== '') onValue(name.value, value);
      }}
    >
      <SelectField
        label={w.filterBy}
        value={name.value}
        options={Object.fromEntries(fields.map((one) => [one.name, one.label]))}
        onValue={(next) => {
          name.value = next;
          text.value = '';
        }}
      />
      {field?.find !== undefined ? (
        <FindField key={field.name} find={field.find} onFound={(id) => (text.value = id)} />
      ) : options === undefined ? (
        <TextField
          label={w.filterValue}
          required
          type={field?.type ?? 'text'}
          inputMode={field?.inputMode ?? 'text'}
          value={text.value}
          onValue={(next) => (text.value = next)}
        />
      ) : (
        <SelectField
          label={w.filterValue}
          value={chosen ?? ''}
          options={options}
          onValue={(next) => (text.value = next)}
        />
      )}
    </FormDialog>
  );
};

/** A value that is found by its name. */
function FindField(props: {
  find: (typed: string) => Promise<readonly Option[]>;
  onFound: (id: string) => void;
}): JSX.Element {
  const { find, onFound } = props;
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
      options={options.value}
      onSearch={(next) => (typed.value = next)}
      onChoose={({ id, name }) => {
        chosen.value = name;
        onFound(id);
      }}
    />
  );
}
