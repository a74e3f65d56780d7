import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { shopDay } from '../lib/shop-day.ts';
import { SelectField } from '../ui/Field.tsx';
import { periodText } from './figure-text.ts';
import { chosenPeriod } from './chosen-period.ts';
import { quartersTo } from './quarter-rules.ts';

/** Of which quarter's messages the figures are. */
export const PeriodSelect = ({ asOf }: { asOf: string | undefined }): JSX.Element => {
  const w = messages().insightProgram;
  const quarters = quartersTo(asOf ?? shopDay());
  return (
    <div class="period-select">
      <SelectField
        label={w.period}
        value={chosenPeriod.value ?? ''}
        options={{
          '': w.latest,
          ...Object.fromEntries(quarters.map((one) => [one, periodText(one)])),
        }}
        onValue={(period) => (chosenPeriod.value = period === '' ? null : period)}
      />
    </div>
  );
};
