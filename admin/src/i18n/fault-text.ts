import type { FieldError, ProblemCode } from '@okaeri/shared/errors';
import { faultWords } from './fault-words.ts';
import type { FaultValues, FaultWords } from './faults/shape.ts';
import { language, messages } from './messages.ts';

/** What was refused, as much of it as its sentence is made of. */
export interface Refused {
  readonly code: ProblemCode | 'offline';
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** What went wrong, in words of the reader's language: the server gives a code and values, never its sentence. */
export const faultText = ({ code, errors, values }: Refused): string => {
  const { faults } = messages();
  const [first] = errors;
  if (code === 'invalidRequest' && first !== undefined) return fieldFaultText(first);
  if (isKey(faults, code)) return faults[code];
  const words = faultWords();
  if (words === null || !isKey(words.problems, code)) return faults.other;
  return sentence(words.problems[code], values);
};

/** What is wrong with one field; `scale` where its values are kept in smaller units than they are written in. */
export const fieldFaultText = (
  { path, code, values = {} }: Omit<FieldError, 'message'>,
  scale = 1,
): string => {
  const words = faultWords();
  if (words === null) return messages().faults.other;
  const form = code === 'wrongForm' ? formText(path, words) : undefined;
  return form ?? sentence(words.fields[code] ?? words.fields.notValid, values, scale);
};

function sentence(
  said: string | ((values: FaultValues) => string),
  values: Readonly<Record<string, unknown>>,
  scale = 1,
): string {
  if (typeof said === 'string') return said;
  const number = new Intl.NumberFormat(language.value);
  return said(
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        if (typeof value === 'number') return [[name, number.format(value / scale)]];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    ),
  );
}

/** How something is to be written, by the last name of its path. */
function formText(path: string, { forms }: FaultWords): string | undefined {
  const name = path
    .split(/[.[\]]+/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .findLast((part) => isKey(forms, part));
  return name !== undefined && isKey(forms, name) ? forms[name] : undefined;
}

function isKey<Known extends object>(known: Known, key: PropertyKey): key is keyof Known {
  return Object.hasOwn(known, key);
}
