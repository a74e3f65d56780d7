import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from '../ui/hooks.ts';
import { createHistoryModel, type HistoryModel } from '../app/history-model.ts';
import type { AppModel } from '../app/model.ts';
import { sheetOf } from '../styles/sheet.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSignal } from '../ui/signals.ts';
import css from './history.css?inline';
import { ReceiptPage } from './ReceiptPage.tsx';
import { createHistoryWords, type HistoryWords } from './history-words.ts';
import { keyOf } from './say-thing.ts';
import { isShown, toMonths, toThings, type Filter } from './thing-rules.ts';
import { ThingRow, type OpenThing } from './ThingRow.tsx';

const sheet = sheetOf(css);
const FILTERS = ['all', 'earned', 'spent', 'coming'] as const;
/** Fewer things are seen at once, and are filtered by the eye. */
const FILTERED_FROM = 6;

interface Props {
  readonly model: AppModel;
  readonly words: HistoryWords;
}

const Filters = (props: {
  model: AppModel;
  chosen: Filter;
  onChoose: (filter: Filter) => void;
}): JSX.Element => {
  const { say } = props.model.words;
  return (
    <div class="filters" role="group" aria-label={say('filterMoves')}>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          class="chip"
          part="chip"
          aria-pressed={filter === props.chosen}
          onClick={() => props.onChoose(filter)}
        >
          {say(keyOf('filter', filter))}
        </button>
      ))}
    </div>
  );
};

/** What was read, by month. */
const Months = (
  props: Props & { history: HistoryModel; filter: Filter; onOpen: OpenThing },
): JSX.Element => {
  const { model, words, history, filter, onOpen } = props;
  const { say } = model.words;
  const read = history.state.value;
  const things = toThings(read).filter((thing) => isShown(thing, filter));
  const isLast = read.nextCursor === null;
  const { status } = read;
  // What is looked for may be further down.
  useEffect(() => {
    if (things.length === 0 && !isLast && status === 'ready') void history.more();
  });
  return (
    <>
      {things.length === 0 && isLast && status === 'ready' && <Notice text={say('noneInFilter')} />}
      {toMonths(things, read, words.monthOf).map(({ month, things: ones, points }) => (
        <section key={month} class="group month">
          <h3 class="row">
            {words.month(ones[0].rows[0].effectiveAt)}
            {points !== null && (
              <span class="quiet-text" dir="ltr">
                {words.signed(points)}
              </span>
            )}
          </h3>
          <ul class="list">
            {ones.map((thing) => (
              <ThingRow key={thing.key} model={model} words={words} thing={thing} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
      {status === 'failed' && (
        <Notice
          text={say('offline')}
          action={say('retry')}
          onAction={() => void (read.items.length > 0 ? history.more() : history.load())}
        />
      )}
      {!isLast && status !== 'failed' && (
        <Button quiet busy={status === 'loading'} onClick={() => void history.more()}>
          {say('moreRows')}
        </Button>
      )}
    </>
  );
};

/** What ends next, however far off: nobody should be surprised by it. */
const NextExpiry = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { say, points, end } = model.words;
  const next = model.state.value.me?.balance.nextExpiry;
  if (!next) return null;
  return (
    <p class="quiet-text ends">
      {say('nextExpiry', { points: points(next.points), day: end(next.at) })}
    </p>
  );
};

const History = (props: Props & { history: HistoryModel }): JSX.Element => {
  const { model, words, history } = props;
  const filter = useSignal<Filter>('all');
  const open = useSignal<string | null>(null);
  const list = useRef<HTMLDivElement | null>(null);
  const from = useRef<{ row: HTMLElement; scrolled: number } | null>(null);
  const read = history.state.value;
  const things = toThings(read);
  const thing = things.find(({ key }) => key === open.value);
  const scroller = (): Element | null | undefined => list.current?.closest('[role=tabpanel]');
  const goBack = (): void => {
    open.value = null;
    // To where one was, once the list stands there again.
    requestAnimationFrame(() => {
      scroller()?.scrollTo(0, from.current?.scrolled ?? 0);
      from.current?.row.focus();
    });
  };
  // Whoever opens the panel again asks for the history, not for the receipt they have left.
  useEffect(() => {
    const dialog = list.current?.closest('dialog');
    const close = (): void => {
      open.value = null;
    };
    dialog?.addEventListener('close', close);
    return () => dialog?.removeEventListener('close', close);
  }, []);
  if (things.length === 0 && read.status === 'ready' && read.nextCursor === null)
    return <Notice text={model.words.say('noHistory')} />;
  return (
    <>
      {thing && <ReceiptPage model={model} words={words} thing={thing} onBack={goBack} />}
      <div ref={list} hidden={!!thing}>
        <NextExpiry model={model} />
        {(things.length >= FILTERED_FROM || read.nextCursor !== null) && (
          <Filters
            model={model}
            chosen={filter.value}
            onChoose={(chosen) => {
              filter.value = chosen;
            }}
          />
        )}
        <Months
          model={model}
          words={words}
          history={history}
          filter={filter.value}
          onOpen={({ key }, row) => {
            from.current = { row, scrolled: scroller()?.scrollTop ?? 0 };
            open.value = key;
          }}
        />
      </div>
    </>
  );
};

/** Every movement of points, by the things they were about; each opens the receipt that says why. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const place = useRef<HTMLDivElement | null>(null);
  const history = useMemo(() => createHistoryModel(model), [model]);
  useEffect(() => adoptSheets(place.current, [sheet]), []);
  const balance = model.state.value.me?.balance;
  // The history is as old as the balance: another balance, another history.
  const stamp = `${balance?.available} ${balance?.pending} ${balance?.held}`;
  useEffect(() => void history.load(), [history, stamp]);
  const { items, status } = history.state.value;
  return (
    <div ref={place} class="place">
      {items.length === 0 && status === 'loading' ? (
        <Notice busy text={model.words.say('loading')} />
      ) : (
        <History model={model} words={createHistoryWords(model)} history={history} />
      )}
    </div>
  );
};
