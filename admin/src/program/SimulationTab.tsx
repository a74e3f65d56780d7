import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { History, Play } from 'lucide';
import type { SimulatedDifference, SimulatedProgram, Simulation } from '@okaeri/shared/simulation';
import { shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';
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
  const from = useSignal(dayOf(Date.now() - 365 * DAY_MS));
  const until = useSignal(dayOf(Date.now() + DAY_MS));
  const percent = useSignal('70');
  const w = messages().program;
  const run = (): Promise<void> =>
    replay({
      from: `${from.value}T00:00:00Z`,
      until: `${until.value}T00:00:00Z`,
      redemptionPercent: Math.round(Number(percent.value)) || 0,
    });
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

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
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
