import type { FieldError } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { fromWallTime } from '@okaeri/shared/wall-time';
import { placeOfTimes } from '../../lib/shop-clock.ts';
import { wholeTyped } from '../../lib/typed-number-rules.ts';
import type { FilterField } from './filter-field.ts';

/** What was written for a filter, as the list asks for it; or what is wrong with it. */
export const filterTyped = (
  { type, units }: Pick<FilterField, 'type' | 'units'>,
  text: string,
): string | Pick<FieldError, 'code' | 'values'> => {
  const typed = text.trim();
  if (typed === '') return { code: 'missing' };
  // A day is one of the shop's calendar.
  if (type === 'date') return fromWallTime(`${typed}T00:00`, placeOfTimes()) ?? { code: 'notADay' };
  if (units === undefined) return typed;
  // With or without the sign of its currency.
  const plain = typed.normalize('NFKC').replaceAll(/[\p{Sc}\s]/gu, '');
  const minor = wholeTyped(plain, { min: 1, max: LIMITS.moneyMinorMax, scale: units });
  return typeof minor === 'number' ? String(minor) : minor;
};
