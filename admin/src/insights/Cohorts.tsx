import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Download } from 'lucide';
import type { CohortFigures } from '@okaeri/shared/figures';
import { saveText } from '../app/save-file.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { About } from './About.tsx';
import { wholeShareText } from './figure-text.ts';
import { cohortsCsv, HEAT_STEPS, highestOf, type HeatView } from './heat-rules.ts';
import { HeatTable } from './HeatTable.tsx';

const VIEWS: readonly HeatView[] = ['cells', 'cumulative'];

/** Who bought again, by the month of the first order: month by month, or all in all by then. */
export const Cohorts = ({ of }: { of: CohortFigures }): JSX.Element => {
  const view = useSignal<HeatView>('cells');
  const w = messages().insights;
  return (
    <section class="insight-card">
      <header>
        <h2>{w.cohortTitles[view.value]}</h2>
        <div class="insight-views" role="group" aria-label={w.view}>
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === view.value}
              onClick={() => (view.value = one)}
            >
              {w.views[one]}
            </button>
          ))}
        </div>
      </header>
      <p class="quiet small">{w.cohortNotes[view.value]}</p>
      <HeatTable
        key={view.value}
        cohorts={of.cohorts}
        view={view.value}
        legend={<Legend highest={highestOf(of.cohorts, view.value)} />}
      />
      <About of={of} definition={w.cohortDefinition} />
      <div class="insight-more">
        <Button
          kind="quiet"
          icon={Download}
          onClick={() => saveText(cohortsCsv(of), `cohorts-${of.asOf}.csv`, 'text/csv')}
        >
          {w.exportCsv}
        </Button>
      </div>
    </section>
  );
};

function Legend({ highest }: { highest: number }): JSX.Element {
  const w = messages().insights;
  return (
    <span class="heat-legend small quiet">
      {wholeShareText(0)}
      {HEAT_STEPS.map((step) => (
        <span key={step} class={`heat-${step}`} aria-hidden="true" />
      ))}
      {wholeShareText(highest)}
      <span class="heat-legend-last">
        <span class="heat-unfinished" aria-hidden="true" />
        {w.unfinished}
      </span>
    </span>
  );
}
