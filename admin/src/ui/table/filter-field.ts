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
  /** Of an amount: how many of the units it is asked for in make one of those it is written in. */
  readonly units?: number;
  /** What the list asks for, as it is written. */
  readonly say?: (value: string) => string;
}
