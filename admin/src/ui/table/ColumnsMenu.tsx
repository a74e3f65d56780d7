import type { JSX } from 'preact';
import { Columns3 } from 'lucide';
import { messages } from '../../i18n/messages.ts';
import { CheckField } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { Menu } from './Menu.tsx';

/** Which columns of a list are shown. */
export const ColumnsMenu = (props: {
  columns: readonly { readonly id: string; readonly title: string }[];
  shown: readonly string[];
  onShown: (ids: readonly string[]) => void;
}): JSX.Element => {
  const { columns, shown, onShown } = props;
  return (
    <Menu
      kind="quiet"
      label={
        <>
          <Icon of={Columns3} size={16} /> {messages().tables.columns}
        </>
      }
    >
      {columns.map(({ id, title }) => (
        <CheckField
          key={id}
          label={title}
          checked={shown.includes(id)}
          onValue={(isOn) =>
            onShown(
              columns
                .map((column) => column.id)
                .filter((one) => (one === id ? isOn : shown.includes(one))),
            )
          }
        />
      ))}
    </Menu>
  );
};
