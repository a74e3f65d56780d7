import type { z } from 'zod';
import type { FieldError } from '@okaeri/shared/errors';
import { FIELD_FAULTS, type FieldFault } from '@okaeri/shared/field-faults';

type Issue = z.core.$ZodIssue;
type Fault = Pick<FieldError, 'code' | 'values'>;

/** What is wrong with a field, by a code and values: whoever shows it says it in their own language. */
export const faultOf = (issue: Issue): Fault => {
  switch (issue.code) {
    case 'too_small':
      return sizeFault(issue.origin, issue.minimum, 'min');
    case 'too_big':
      return sizeFault(issue.origin, issue.maximum, 'max');
    case 'invalid_type':
      return { code: typeFault(issue.expected, issue.input, issue.message) };
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'wrongForm' };
    case 'not_multiple_of':
      return { code: 'notWhole' };
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'notAChoice' };
    case 'unrecognized_keys':
      return { code: 'unknownField' };
    case 'invalid_key':
    case 'invalid_element':
      return { code: 'wrongForm' };
    default:
      return ownFault(issue.params);
  }
};

/** The issues, of several limits of one field the strictest alone: a whole number has one of its own behind each. */
export const strictest = (issues: readonly Issue[]): Issue[] => {
  const limits = new Map<string, number>();
  const limitOf = (issue: Issue): readonly [key: string, limit: number] | null => {
    const key = `${issue.code} ${JSON.stringify(issue.path)}`;
    if (issue.code === 'too_big') return [key, Number(issue.maximum)];
    return issue.code === 'too_small' ? [key, -Number(issue.minimum)] : null;
  };
  for (const issue of issues) {
    const found = limitOf(issue);
    if (found !== null) limits.set(found[0], Math.min(found[1], limits.get(found[0]) ?? Infinity));
  }
  return issues.filter((issue) => {
    const found = limitOf(issue);
    return found === null || limits.get(found[0]) === found[1];
  });
};

const FORMATS: Readonly<Record<string, FieldFault>> = {
  url: 'notAUrl',
  email: 'notAnEmail',
  datetime: 'notATime',
  date: 'notATime',
};

/** Which kind of too little, and too much, by what is counted. */
const SIZES: Readonly<Record<string, Readonly<Record<'min' | 'max', FieldFault>>>> = {
  string: { min: 'tooShort', max: 'tooLong' },
  array: { min: 'tooFew', max: 'tooMany' },
  number: { min: 'tooSmall', max: 'tooLarge' },
  int: { min: 'tooSmall', max: 'tooLarge' },
};

function sizeFault(origin: string, limit: number | bigint, end: 'min' | 'max'): Fault {
  if (origin === 'string' && end === 'min' && Number(limit) === 1) return { code: 'empty' };
  return { code: SIZES[origin]?.[end] ?? 'notValid', values: { [end]: Number(limit) } };
}

function typeFault(expected: string, input: unknown, message: string): FieldFault {
  if (input === undefined && message.includes('received undefined')) return 'missing';
  if (expected === 'int') return 'notWhole';
  if (expected === 'number' || expected === 'nan') return 'notANumber';
  return expected === 'string' ? 'notText' : 'notValid';
}

function ownFault(params: Readonly<Record<string, unknown>> | undefined): Fault {
  const { fault, ...values } = params ?? {};
  const code = FIELD_FAULTS.find((one) => one === fault) ?? 'notValid';
  // What a check of our own tells beside its code is text and numbers.
  return Object.keys(values).length === 0
    ? { code }
    : { code, values: values as Record<string, string | number> };
}
