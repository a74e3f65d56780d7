import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Check, TrendingDown, TrendingUp } from 'lucide';
import type { Alert } from '@okaeri/shared/changes';
import {
  factsOfChange,
  rangeOfChange,
  titleOfChange,
  type ChangeWords,
} from '@okaeri/shared/change-text';
import { pathOf } from '@okaeri/shared/paths';
import { api, may, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatDayIn } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { changeWords } from './change-words.ts';
import { createAlerts } from './home-model.ts';

/** What changed for sure, each in a sentence with both figures, its interval and the people behind them (E83). */
export const Alerts = ({ round }: { round: number }): JSX.Element | null => {
  const alerts = useMemo(createAlerts, []);
  const seen = useSignal<readonly string[]>([]);
  useEffect(() => void alerts.load(), [alerts, round]);
  const known = alerts.value.value;
  const words = changeWords.now();
  // The figures below say what they can without them; what could not be asked is asked with the next visit.
  if (known === undefined || known.lookedOn === null || words === null) return null;
  const w = messages().homeFigures;
  const isNew = ({ id, seenAt }: Alert): boolean => seenAt === null && !seen.value.includes(id);
  const news = known.items.filter(isNew);
  const old = known.items.length - news.length;
  return (
    <section aria-label={w.changed}>
      <h2>{w.changed}</h2>
      {news.length === 0 ? (
        <p class="quiet">
          {old === 0 ? w.nothingChanged(dayText(known.lookedOn)) : w.seenOnly(old)}
        </p>
      ) : (
        <>
          <p class="quiet">
            {w.changedText}
            {old > 0 && w.space + w.seenOnly(old)}
          </p>
          <ul class="rows next alerts">
            {news.map((alert) => (
              <Row
                key={alert.id}
                of={alert}
                words={words}
                onSeen={() => (seen.value = [...seen.value, alert.id])}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

function Row(props: { of: Alert; words: ChangeWords; onSeen: () => void }): JSX.Element {
  const { of, words, onSeen } = props;
  const w = messages().homeFigures;
  const isBusy = useSignal(false);
  const title = titleOfChange(of, words);
  const see = async (): Promise<void> => {
    isBusy.value = true;
    const param = { alertId: of.id };
    const done = await runAction(() =>
      request(api().insights.alerts[':alertId'].seen.$post({ param })),
    );
    isBusy.value = false;
    if (done !== undefined) onSeen();
  };
  return (
    <li>
      <Icon of={(of.difference ?? 0) > 0 ? TrendingUp : TrendingDown} size={16} />
      <div class="grow">
        <h3>{title}</h3>
        <p class="small">{factsOfChange(of, words)}</p>
        <p class="quiet small">
          {rangeOfChange(of, words)}
          {w.space}
          {w.since(dayText(of.openedOn))}
        </p>
      </div>
      <a class="button" href={shopPath(placeOf(of))}>
        {w.see}
      </a>
      {may('run') && (
        <Button
          kind="quiet"
          icon={Check}
          busy={isBusy.value}
          onClick={() => void see()}
          aria-label={w.seenOf(title)}
          title={w.seen}
        />
      )}
    </li>
  );
}

/** Where a figure stands with all that belongs to it. */
function placeOf({ kind, survey }: Alert): string {
  if (survey !== null) return pathOf('surveys', survey.id, 'results');
  return PLACES[kind];
}

const PLACES: Readonly<Record<Alert['kind'], string>> = {
  repeat: '/insights',
  members: '/shoppers',
  redeemed: '/insights/program',
  score: '/surveys',
  move: '/insights/map',
  complaints: '/contacts',
};

function dayText(date: string): string {
  return formatDayIn(`${date}T00:00:00Z`, 'UTC');
}
