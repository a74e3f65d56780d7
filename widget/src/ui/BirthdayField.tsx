import type { JSX } from 'preact';

/** 1, 2, 3 and so on. `Array.from` is another function in pages with old libraries. */
const upTo = (count: number): number[] => [...Array(count).keys()].map((index) => index + 1);

const daysIn = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();
const monthName = (month: number, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  );
const two = (value: number): string => String(value).padStart(2, '0');

type TextKey = 'birthday' | 'month' | 'day' | 'notSet' | 'birthdayNote';

/** Month and day: a birthday has no year here. */
export const BirthdayField = (props: {
  words: {
    readonly language: string;
    readonly say: (key: TextKey) => string;
    readonly count: (count: number) => string;
  };
  /** Such as `02-29`. */
  value: string | null;
  onChange: (birthday: string | null) => void;
  /** What it is for has been said just before it. */
  isNamed?: boolean;
}): JSX.Element => {
  const { say, language, count } = props.words;
  const [month = 0, day = 0] = (props.value ?? '').split('-').map(Number);
  const set = (nextMonth: number, nextDay: number): void => {
    const nearest = Math.min(Math.max(1, nextDay), daysIn(nextMonth));
    props.onChange(nextMonth === 0 ? null : `${two(nextMonth)}-${two(nearest)}`);
  };
  return (
    <fieldset>
      <legend class={props.isNamed ? 'aloud' : undefined}>{say('birthday')}</legend>
      <div class="pair">
        <select
          aria-label={say('month')}
          value={month}
          onChange={(event) => set(Number(event.currentTarget.value), day)}
        >
          <option value={0}>{props.isNamed ? say('month') : say('notSet')}</option>
          {upTo(12).map((each) => (
            <option key={each} value={each}>
              {monthName(each, language)}
            </option>
          ))}
        </select>
        <select
          aria-label={say('day')}
          value={day}
          disabled={month === 0}
          onChange={(event) => set(month, Number(event.currentTarget.value))}
        >
          {upTo(daysIn(month || 1)).map((each) => (
            <option key={each} value={each}>
              {count(each)}
            </option>
          ))}
        </select>
      </div>
      <p class="quiet-text">{say('birthdayNote')}</p>
    </fieldset>
  );
};
