import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { SelectField } from '../ui/Field.tsx';
import type { Writing } from './file-import.ts';

/** How a file is written: its letters, its days and its numbers. Asked are those it does not show. */
export const WritingFields = (props: {
  /** What is asked, in this order. */
  asked: readonly Writing[];
  /** What was said, or what the file shows. */
  said: Readonly<Partial<Record<Writing, string | null | undefined>>>;
  onWriting: (what: Writing, how: string) => void;
}): JSX.Element | null => {
  const { asked, said, onWriting } = props;
  const { dateOrder, dateOrders, decimalMark, decimalMarks, encoding, encodings } =
    messages().imports;
  const fields = {
    encoding: { label: encoding, options: encodings },
    dateOrder: { label: dateOrder, options: dateOrders },
    decimalMark: { label: decimalMark, options: decimalMarks },
  } as const;
  if (asked.length === 0) return null;
  return (
    <div class="grid">
      {asked.map((what) => (
        <SelectField
          key={what}
          label={fields[what].label}
          value={said[what] ?? ''}
          options={{ '': '–', ...fields[what].options }}
          onValue={(how: string) => onWriting(what, how)}
        />
      ))}
    </div>
  );
};
