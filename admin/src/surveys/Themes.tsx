import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Plus } from 'lucide';
import type { SurveyResults, ThemeCount } from '@okaeri/shared/survey-results';
import type { Theme } from '@okaeri/shared/themes';
import { denied } from '../app/denied.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Range } from '../ui/Range.tsx';
import { shareText, wordsOf } from './score-text.ts';
import { OutcomeDialog, ThemeDialog } from './ThemeDialogs.tsx';
import type { Themes as ThemesModel } from './themes-model.ts';

/** What comments are about, how often, and what became of it. */
export const Themes = (props: { results: SurveyResults; themes: ThemesModel }): JSX.Element => {
  const { results, themes } = props;
  const editing = useSignal<Theme | 'new' | null>(null);
  const isSaying = useSignal(false);
  const w = messages().surveys;
  const all = themes.all.value ?? [];
  return (
    <section class="results-card flush whole">
      <header>
        <h2>{w.themes(formatCount(results.commented))}</h2>
        <div class="row">
          <Button icon={Plus} blocked={denied('run')} onClick={() => (editing.value = 'new')}>
            {w.addTheme}
          </Button>
          {all.length > 0 && (
            <Button blocked={denied('run')} onClick={() => (isSaying.value = true)}>
              {w.outcome}
            </Button>
          )}
        </div>
      </header>
      {results.themes.length === 0 ? (
        <p class="quiet flush-text">{w.noThemes}</p>
      ) : (
        <Table of={results.themes} all={all} onEdit={(theme) => (editing.value = theme)} />
      )}
      {editing.value !== null && (
        <ThemeDialog
          themes={themes}
          theme={editing.value === 'new' ? null : editing.value}
          onClose={() => (editing.value = null)}
        />
      )}
      {isSaying.value && <OutcomeDialog themes={themes} onClose={() => (isSaying.value = false)} />}
    </section>
  );
};

function Table(props: {
  of: readonly ThemeCount[];
  all: readonly Theme[];
  onEdit: (theme: Theme) => void;
}): JSX.Element {
  const { of, all, onEdit } = props;
  const w = messages().surveys;
  return (
    <table class="table plain ranges">
      <thead>
        <tr>
          <th scope="col">{w.theme}</th>
          <th scope="col" class="number">
            {w.comments}
          </th>
          <th scope="col" class="number">
            {w.share}
          </th>
          <th scope="col">{w.intervalTitle}</th>
          <th scope="col" class="number">
            {w.meanScore}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map((one) => (
          <Row key={one.id} of={one} theme={all.find(({ id }) => id === one.id)} onEdit={onEdit} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  of: ThemeCount;
  theme: Theme | undefined;
  onEdit: (theme: Theme) => void;
}): JSX.Element {
  const { of, theme, onEdit } = props;
  const w = messages().surveys;
  const name = wordsOf(theme?.name, of.id);
  return (
    <tr>
      <th scope="row">
        {theme === undefined ? (
          name
        ) : (
          <button
            type="button"
            class="link"
            aria-label={w.editTheme(name)}
            onClick={() => onEdit(theme)}
          >
            {name}
          </button>
        )}
        {theme?.outcome && <span class="badge good">{w.outcomeStates[theme.outcome.state]}</span>}
      </th>
      <td class="number" data-label={w.comments}>
        {formatCount(of.count)}
      </td>
      <td class="number" data-label={w.share}>
        {of.share === null ? '–' : shareText(of.share)}
      </td>
      <td data-label={w.intervalTitle}>
        {of.low === null || of.high === null ? (
          <span class="quiet">–</span>
        ) : (
          <span class="interval">
            <Range of={{ ...of, value: of.share }} ends={[0, 1]} />
            <span class="quiet small">{w.range(shareText(of.low), shareText(of.high))}</span>
          </span>
        )}
      </td>
      <td class="number" data-label={w.meanScore}>
        {of.meanScore === null ? '–' : of.meanScore.toFixed(1)}
      </td>
    </tr>
  );
}
