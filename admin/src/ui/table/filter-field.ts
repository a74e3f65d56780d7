import type { Option } from '../pickers/Combobox.tsx';

/** Something a list can be narrowed by. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  /** The values there are; where there are none, one is written. */
  readonly options?: Readonly<Record<string, string>>;
  readonly type?: 'text' | 'date';
  /** Finds values by what is typed: one is picked, and none is written. */
  readonly find?: (typed: string) => Promise<readonly Option[]>;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  /** What is written as the list asks for it, and back; undefined where it is nothing of the kind. */
  readonly read?: (text: string) => string | undefined;
  readonly say?: (value: string) => string;
}
