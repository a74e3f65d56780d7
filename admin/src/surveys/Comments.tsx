import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { SurveyResponse } from '@okaeri/shared/survey-results';
import type { Theme } from '@okaeri/shared/themes';
import { may, api, shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { isFreeKey } from '../lib/free-keys.ts';
import { shopZone } from '../app/shop-zone.ts';
import { formatDayIn } from '../lib/format.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Quotations } from './Quotations.tsx';
import { saidIn, wordsOf } from './score-text.ts';
import type { Themes } from './themes-model.ts';

/** Themes that a number key gives. */
const KEYS = 9;
/** Comments that are shown, and come, at once. */
const AT_ONCE = 10;

/** What was said in words, each with its themes: by pointer, and by keys alone. */
export const Comments = (props: {
  surveyId: string;
  wave: string;
  themes: Themes;
  onChange: () => void;
}): JSX.Element => {
  const { surveyId, wave, themes, onChange } = props;
  const pages = useMemo(() => {
    const route = api().surveys[':surveyId'].responses;
    const param = { surveyId };
    return createPagedList<SurveyResponse>((cursor) =>
      request(route.$get({ param, query: { wave, ...cursor } })),
    );
  }, [surveyId, wave]);
  useEffect(() => void pages.load(), [pages]);
  const list = useRef<HTMLOListElement>(null);
  const w = messages().surveys;
  const all = themes.all.value ?? [];
  const keep = (saved: SurveyResponse): void =>
    pages.change((known) => known.map((one) => (one.id === saved.id ? saved : one)));
  const toggle = async (one: SurveyResponse, themeId: string): Promise<void> => {
    const themeIds = one.themeIds.includes(themeId)
      ? one.themeIds.filter((id) => id !== themeId)
      : [...one.themeIds, themeId];
    const route = api().surveys[':surveyId'].responses[':responseId'].themes;
    const param = { surveyId, responseId: one.id };
    const saved = await runAction(() => request(route.$put({ param, json: { themeIds } })));
    if (saved === undefined) return;
    keep(saved);
    onChange();
  };
  const shown = useSignal(AT_ONCE);
  const found = (pages.items.value ?? []).filter((one) => saidIn(one).length > 0);
  const items = found.slice(0, shown.value);
  const more = (): void => {
    shown.value += AT_ONCE;
    if (shown.value > found.length && pages.hasMore.value) void pages.more();
  };
  if (pages.fault.value)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (pages.items.value === undefined) return <Skeleton lines={4} />;
  return (
    <section class="comments">
      <h2>{w.commentList}</h2>
      {items.length === 0 && <p class="quiet">{w.noComments}</p>}
      {all.length > 0 && items.length > 0 && <p class="quiet small">{w.commentKeys}</p>}
      <ol
        ref={list}
        onKeyDown={(event) => onKey(event, { list: list.current, items, all, toggle })}
      >
        {items.map((one, at) => (
          <Comment
            key={one.id}
            of={one}
            isFirst={at === 0}
            themes={all}
            onToggle={(themeId) => void toggle(one, themeId)}
            surveyId={surveyId}
            onSaved={keep}
          />
        ))}
      </ol>
      {(pages.hasMore.value || found.length > items.length) && (
        <Button onClick={more}>{messages().app.more}</Button>
      )}
    </section>
  );
};

function Comment(props: {
  of: SurveyResponse;
  isFirst: boolean;
  themes: readonly Theme[];
  onToggle: (themeId: string) => void;
  surveyId: string;
  onSaved: (response: SurveyResponse) => void;
}): JSX.Element {
  const { of, isFirst, themes, onToggle, surveyId, onSaved } = props;
  const w = messages().surveys;
  return (
    <li class="comment" tabIndex={isFirst ? 0 : -1}>
      <p class="comment-words">
        {saidIn(of)
          .map(({ text }) => text)
          .join(' · ')}
      </p>
      <p class="quiet small">
        {of.score !== null && <strong>{w.scoreOf(of.score)}</strong>} <Who of={of} /> ·{' '}
        {formatDayIn(of.startedAt, shopZone())}
        {of.fromTheShop && ` · ${w.byShop}`}
      </p>
      <div class="row" role="group" aria-label={w.theme}>
        {themes.map((theme, at) => (
          <button
            key={theme.id}
            type="button"
            class="chip"
            aria-pressed={of.themeIds.includes(theme.id)}
            disabled={!may('serve')}
            onClick={() => onToggle(theme.id)}
          >
            {at < KEYS && <kbd aria-hidden="true">{at + 1}</kbd>} {wordsOf(theme.name, theme.id)}
          </button>
        ))}
      </div>
      <Quotations surveyId={surveyId} of={of} themes={themes} onSaved={onSaved} />
    </li>
  );
}

function Who({ of }: { of: SurveyResponse }): JSX.Element {
  const w = messages().surveys;
  const { shopperId: id, guestId, shopperName } = of;
  if (id === null && guestId === null) return <span>{w.someone}</span>;
  return (
    <a href={shopperPage({ id, guestId })}>
      <bdi>{shopperName ?? id ?? w.guest}</bdi>
    </a>
  );
}

/** J and K move, as in every list of the console; a number gives the theme with that number, or takes it. */
function onKey(
  event: KeyboardEvent,
  of: {
    list: HTMLElement | null;
    items: readonly SurveyResponse[];
    all: readonly Theme[];
    toggle: (one: SurveyResponse, themeId: string) => Promise<void>;
  },
): void {
  if (!isFreeKey(event)) return;
  const rows = [...(of.list?.children ?? [])].filter((one) => one instanceof HTMLElement);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step !== undefined) rows[at + step]?.focus();
  const [one, theme] = [of.items[at], of.all[Number(event.key) - 1]];
  const isNumber = /^[1-9]$/.test(event.key);
  if (isNumber && one !== undefined && theme !== undefined && may('serve'))
    void of.toggle(one, theme.id);
  if (step !== undefined || isNumber) event.preventDefault();
}
