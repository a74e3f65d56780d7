import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { History, Play } from 'lucide';
import type { SimulatedDifference, SimulatedProgram, Simulation } from '@okaeri/shared/simulation';
import { fromWallTime } from '@okaeri/shared/wall-time';
import { shopperPage } from '../app/session.ts';
import { fieldFaultText } from '../i18n/fault-text.ts';
import { loadFaultWords } from '../i18n/fault-words.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';
import { placeOfTimes, shopNow } from '../lib/shop-clock.ts';
import { shopDay } from '../lib/shop-day.ts';
import { wholeTyped, type NumberFault } from '../lib/typed-number-rules.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Empty } from '../ui/states.tsx';
import { ExpectedReturn } from './ExpectedReturn.tsx';
import { isRunning, progress, replay, result } from './simulation-model.ts';
import { Form } from '../ui/Form.tsx';

const DAY_MS = 86_400_000;

const FIGURES = ['issued', 'expired', 'outstanding'] as const;

/** The shop's own past, replayed against the draft. */
export const SimulationTab = (): JSX.Element => {
  const from = useSignal(shopDay(shopNow() - 365 * DAY_MS));
  const until = useSignal(shopDay(shopNow() + DAY_MS));
  const percent = useSignal('70');
  const fault = useSignal<NumberFault | null>(null);
  const w = messages().program;
  const run = async (): Promise<void> => {
    const read = wholeTyped(percent.value, { min: 0, max: 100 });
    const isRead = typeof read === 'number';
    if (!isRead) await loadFaultWords();
    fault.value = isRead ? null : read;
    if (isRead)
      await replay({
        from: midnightOf(from.value),
        until: midnightOf(until.value),
        redemptionPercent: read,
      });
  };
  const far = progress.value;
  return (
    <>
      <p class="quiet">{w.machineText}</p>
      <Form class="inline-form" onSubmit={() => void run()}>
        <TextField
          label={w.from}
          type="date"
          required
          value={from.value}
          onValue={(text) => (from.value = text)}
        />
        <TextField
          label={w.until}
          type="date"
          required
          value={until.value}
          onValue={(text) => (until.value = text)}
        />
        <TextField
          label={w.redeemed}
          inputMode="numeric"
          fault={fault.value && fieldFaultText({ path: 'redemptionPercent', ...fault.value })}
          value={percent.value}
          onValue={(text) => (percent.value = text)}
        />
        <Button kind="primary" type="submit" icon={Play} busy={isRunning.value}>
          {w.run}
        </Button>
      </Form>
      {isRunning.value && (
        <div role="status">
          <progress
            aria-label={w.tabs.machine}
            max={far?.total ?? 1}
            {...(far === null ? {} : { value: far.done })}
          />
          {far && (
            <p class="quiet small">{w.running(formatCount(far.done), formatCount(far.total))}</p>
          )}
        </div>
      )}
      {result.value && <Found of={result.value} />}
    </>
  );
};

/** The beginning of a day of the shop's calendar; of what is no day the server says so. */
function midnightOf(day: string): string {
  return fromWallTime(`${day}T00:00`, placeOfTimes()) ?? day;
}

function Found({ of }: { of: Simulation }): JSX.Element {
  const w = messages().program;
  if (of.orders === 0 && of.activities === 0) return <Empty icon={History} title={w.noPast} />;
  return (
    <>
      <p>{w.replayed(of.orders, of.shoppers)}</p>
      <Figures of={of} />
      <ExpectedReturn of={of} />
      <div class="two">
        <People title={w.gains} of={of.gain} />
        <People title={w.loses} of={of.lose} />
      </div>
    </>
  );
}

function Figures({ of }: { of: Simulation }): JSX.Element {
  const w = messages().program;
  const money = (program: SimulatedProgram): string => formatMoney(program.costMinor, of.currency);
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{w.tabs.machine}</span>
          </th>
          <th scope="col" class="number">
            {w.published2}
          </th>
          <th scope="col" class="number">
            {w.draft2}
          </th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map((name) => (
          <tr key={name}>
            <th scope="row">{w[name]}</th>
            <td class="number" data-label={w.published2}>
              {formatCount(of.current[name])}
            </td>
            <td class="number" data-label={w.draft2}>
              {formatCount(of.draft[name])}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{w.costs}</th>
          <td class="number" data-label={w.published2}>
            {money(of.current)}
          </td>
          <td class="number" data-label={w.draft2}>
            {money(of.draft)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function People(props: { title: string; of: readonly SimulatedDifference[] }): JSX.Element {
  const w = messages().program;
  return (
    <section>
      <h3>{props.title}</h3>
      {props.of.length === 0 ? (
        <p class="quiet">{w.nobody}</p>
      ) : (
        <ul class="rows">
          {props.of.slice(0, 10).map(({ shopperId, current, draft }, i) => (
            <li key={shopperId ?? i}>
              <span class="grow">
                {shopperId === null ? (
                  '–'
                ) : (
                  <a href={shopperPage({ id: shopperId })}>{shopperId}</a>
                )}
              </span>
              <span>
                {formatCount(current)} → <strong>{formatCount(draft)}</strong>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
