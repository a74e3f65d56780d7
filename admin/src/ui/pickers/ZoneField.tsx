import { useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { language } from '../../i18n/messages.ts';
import { Combobox, type Option } from './Combobox.tsx';
import { cityOf, timeThere } from './zone-rules.ts';

/** A time zone by its city, with what time it is there. */
export const ZoneField = (props: {
  label: string;
  value: string;
  hint?: string | undefined;
  fault?: string | null | undefined;
  onValue: (timeZone: string) => void;
}): JSX.Element => {
  const { label, value, hint, fault, onValue } = props;
  const options = useMemo(() => zones(language.value), [language.value]);
  const known = options.find(({ id }) => id === value);
  return (
    <Combobox
      label={label}
      text={known === undefined ? value : `${known.name} · ${known.more ?? ''}`}
      options={options}
      hint={hint}
      fault={fault}
      onChoose={({ id }) => onValue(id)}
    />
  );
};

function zones(of: string): readonly Option[] {
  const now = Date.now();
  return [...Intl.supportedValuesOf('timeZone'), 'UTC']
    .filter((zone, i, all) => all.indexOf(zone) === i)
    .map((zone) => ({ id: zone, name: cityOf(zone), more: timeThere(zone, now, of) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, of));
}
