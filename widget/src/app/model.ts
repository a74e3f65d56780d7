import { signal, type ReadonlySignal, type Signal } from '../ui/signals.ts';
import type { LanguageTexts } from '../i18n/messages.ts';
import type { Language } from '../i18n/languages.ts';
import type { OkaeriEvents } from '@okaeri/client/widget-api';
import type { Snippet } from '../loader/types.ts';
import type { Happening } from '../lib/happening-rules.ts';
import type { Page } from './panels.ts';
import type { Client } from '@okaeri/client/client';
import { getItem, setItem } from '@okaeri/client/device';
import type { Session, SessionState } from '@okaeri/client/session';
import { createWords, type Words } from './words.ts';

/** What every panel is given: the session as a signal, the words, and the acts that reach beyond one panel. */
export interface AppModel {
  readonly session: Session;
  /** The acts, fetched when the first of them is wanted. */
  readonly client: () => Promise<Client>;
  readonly snippet: Snippet;
  readonly state: ReadonlySignal<SessionState>;
  readonly page: Signal<Page>;
  /** False until the frame is on the screen: what is in it comes a moment later, so that neither takes long. */
  readonly shown: Signal<boolean>;
  /** A reward the shopper has asked for elsewhere: the rewards ask whether they mean it. */
  readonly wanted: Signal<string | null>;
  /** A product the shopper wants to write about, asked for elsewhere; the form takes it once. */
  readonly toReview: Signal<string | null>;
  /** Said aloud by screen readers, politely. */
  readonly announcement: Signal<string>;
  /** What has happened since the shopper last had the panel open. */
  readonly news: Signal<readonly Happening[]>;
  /** The reward the shopper has chosen to collect for, kept on this device. */
  readonly aim: ReadonlySignal<string | null>;
  readonly setAim: (rewardId: string | null) => void;
  readonly words: Words;
  /** Names out of the programme; null where it has none of that id. */
  readonly ruleName: (id: string | null) => string | null;
  readonly campaignName: (id: string | null) => string | null;
  readonly tierName: (id: string) => string;
  readonly rewardName: (id: string) => string;
  readonly badgeName: (id: string) => string;
  /** Tells the shop's page, and gives what its listeners gave. */
  readonly emit: <Name extends keyof OkaeriEvents>(
    name: Name,
    detail: OkaeriEvents[Name],
  ) => unknown[];
  /** Opens the dialog, from wherever in the page one is. */
  readonly openPanel: () => void;
  /** Starts over in another language, and keeps it for this device. */
  readonly setLanguage: (language: Language) => void;
  /** Whether the dialog is open. */
  readonly isOpen: () => boolean;
  /** Has something stopped when the widget goes. */
  readonly onStop: (stop: () => void) => void;
  /** Whether the shop's page listens for an event, so that a button for it makes sense. */
  readonly hasListener: (name: keyof OkaeriEvents) => boolean;
}

interface Parts {
  readonly session: Session;
  readonly snippet: Snippet;
  readonly texts: LanguageTexts;
  readonly language: Language;
  readonly emit: AppModel['emit'];
  readonly hasListener: AppModel['hasListener'];
  readonly openPanel: AppModel['openPanel'];
  readonly setLanguage: AppModel['setLanguage'];
  readonly isOpen: AppModel['isOpen'];
}

type Named = { readonly id: string; readonly name?: Readonly<Record<string, string>> | undefined };
type NamedList = 'earning' | 'campaigns' | 'tiers' | 'rewards' | 'badges';

const lazyClient = (session: Session, { shop }: Snippet): AppModel['client'] => {
  let client: Client | undefined;
  return async () => {
    const { createClient } = await import('@okaeri/client/client');
    client ??= createClient(session.transport, { publicKey: shop });
    return client;
  };
};

/** Makes the model of one open widget. */
export const createModel = (parts: Parts): AppModel & { stop: () => void } => {
  const { session, emit, hasListener } = parts;
  const state = signal(session.state);
  const stopState = session.subscribe((next) => {
    state.value = next;
  });
  const words = createWords(parts.language, parts.texts, () => state.value.program);
  const nameIn =
    (list: NamedList) =>
    (id: string | null): string | null => {
      const items: readonly Named[] = state.value.program?.[list] ?? [];
      const name = items.find((item) => item.id === id)?.name;
      return name === undefined ? null : words.localize(name);
    };
  const orId = (list: NamedList) => (id: string) => nameIn(list)(id) ?? id;
  const aimName = `aim:${parts.snippet.shop}`;
  const aim = signal(getItem(aimName));
  const stops = [stopState];
  return {
    session,
    client: lazyClient(session, parts.snippet),
    snippet: parts.snippet,
    state,
    page: signal<Page>('home'),
    shown: signal(false),
    wanted: signal<string | null>(null),
    toReview: signal<string | null>(null),
    announcement: signal(''),
    news: signal<readonly Happening[]>([]),
    aim,
    setAim(rewardId) {
      aim.value = rewardId;
      setItem(aimName, rewardId ?? '');
    },
    words,
    ruleName: nameIn('earning'),
    campaignName: nameIn('campaigns'),
    tierName: orId('tiers'),
    rewardName: orId('rewards'),
    badgeName: orId('badges'),
    emit,
    hasListener,
    openPanel: parts.openPanel,
    setLanguage: parts.setLanguage,
    isOpen: parts.isOpen,
    onStop: (stop) => void stops.push(stop),
    stop: () => stops.forEach((stop) => stop()),
  };
};
