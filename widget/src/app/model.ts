import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { FirstMessages } from '../i18n/first.ts';
import { formatCount, formatDay, formatMoney, formatPoints, localize } from '../i18n/format.ts';
import type { PanelMessages } from '../i18n/panel.ts';
import type { OkaeriEvents } from '../loader/types.ts';
import type { Session, SessionState } from './session.ts';

/** The tabs of the panel, each a lazy chunk. */
export type Tab = 'rewards' | 'earn' | 'history';

/** Numbers, money and days in the shopper's language and the programme's words. */
export interface Words {
  readonly count: (count: number) => string;
  readonly points: (count: number) => string;
  readonly money: (minor: number, currency: string) => string;
  readonly day: (iso: string) => string;
  readonly localize: (texts: Readonly<Record<string, string>>) => string;
}

/** What every panel is given: the session as a signal, the words, and the acts that reach beyond one panel. */
export interface AppModel {
  readonly session: Session;
  readonly state: ReadonlySignal<SessionState>;
  readonly tab: Signal<Tab>;
  /** Said aloud by screen readers, politely. */
  readonly announcement: Signal<string>;
  readonly messages: PanelMessages;
  readonly language: FirstMessages['$code'];
  readonly words: Words;
  /** Names out of the programme; null where it has none of that id. */
  readonly ruleName: (id: string | null) => string | null;
  readonly campaignName: (id: string | null) => string | null;
  readonly emit: <Name extends keyof OkaeriEvents>(name: Name, detail: OkaeriEvents[Name]) => void;
}

/** Makes the model of one open widget. */
export const createModel = (parts: {
  session: Session;
  messages: PanelMessages;
  language: FirstMessages['$code'];
  emit: AppModel['emit'];
}): AppModel & { stop: () => void } => {
  const { session, messages, language, emit } = parts;
  const state = signal(session.state);
  const stop = session.subscribe((next) => {
    state.value = next;
  });
  const words: Words = {
    count: (count) => formatCount(count, language),
    points: (count) => {
      const { program } = state.value;
      return program ? formatPoints(count, program, language) : formatCount(count, language);
    },
    money: (minor, currency) => formatMoney(minor, currency, language),
    day: (iso) => formatDay(iso, language),
    localize: (texts) => localize(texts, language),
  };
  const nameIn =
    (list: 'earning' | 'campaigns') =>
    (id: string | null): string | null => {
      const items: readonly { id: string; name?: Readonly<Record<string, string>> | undefined }[] =
        state.value.program?.[list] ?? [];
      const name = items.find((item) => item.id === id)?.name;
      return name === undefined ? null : words.localize(name);
    };
  const tab = signal<Tab>('rewards');
  const announcement = signal('');
  const names = { ruleName: nameIn('earning'), campaignName: nameIn('campaigns') };
  return { session, state, tab, announcement, messages, language, words, ...names, emit, stop };
};
