import type { JSX } from 'preact';
import { Plus } from 'lucide';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/table/Menu.tsx';

/** Adds one of several kinds of a thing: the kinds open below the button. */
export const AddMenu = <Kind extends string>(props: {
  label: string;
  kinds: readonly (readonly [Kind, name: string])[];
  onAdd: (kind: Kind) => void;
}): JSX.Element => {
  const { label, kinds, onAdd } = props;
  return (
    <Menu
      closes
      label={
        <>
          <Icon of={Plus} /> {label}
        </>
      }
    >
      {kinds.map(([kind, name]) => (
        <Button key={kind} kind="quiet" onClick={() => onAdd(kind)}>
          {name}
        </Button>
      ))}
    </Menu>
  );
};
