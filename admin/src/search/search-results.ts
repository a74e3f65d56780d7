import * as icons from 'lucide';
import { pathOf } from '@okaeri/shared/paths';
import { keysOf } from '@okaeri/shared/records';
import type { SearchAnswer } from '@okaeri/shared/search';
import { INSIGHT_PAGES, insightPath } from '../app/insight-pages.ts';
import { MENU_PAGES, plainPath } from '../app/pages.ts';
import {
  account,
  codePage,
  may,
  orderPage,
  shop,
  shopId,
  shopPath,
  shopperPage,
} from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatDay, formatMoney } from '../lib/format.ts';
import { readTyped } from './typed-rules.ts';

/** One thing that was found, or that can be done. */
export interface SearchResult {
  readonly href: string;
  readonly icon: icons.IconNode;
  readonly text: string;
  /** What tells it from others of the same name. */
  readonly line?: string | undefined;
  /** At its end. */
  readonly figure?: string | undefined;
  /** The key that does it on its page. */
  readonly key?: string;
  /** What can be done about it. */
  readonly acts?: readonly SearchResult[];
}

export interface SearchGroup {
  readonly title: string;
  readonly results: readonly SearchResult[];
}

type Shopper = SearchAnswer['shoppers'][number];
type Named = {
  readonly name: string | null;
  readonly email: string | null;
  readonly id: string | null;
};

/** What is shown for what was typed: what the server has found, then pages and acts. */
export const resultsOf = (text: string, found: SearchAnswer | null): readonly SearchGroup[] => {
  const { kind, words } = readTyped(text);
  const w = messages().search;
  const server: SearchGroup[] =
    found === null
      ? []
      : [
          { title: w.shoppers, results: found.shoppers.map(ofShopper) },
          { title: w.orders, results: found.orders.map(ofOrder) },
          { title: w.codes, results: found.codes.map(ofCode) },
          { title: w.reviews, results: found.reviews.map(ofReview) },
          { title: w.acts, results: actsOf(found.shoppers[0]) },
        ];
  const isOwn = kind === 'all' || kind === 'pages';
  const groups = [...server, ...(isOwn ? [{ title: w.pages, results: pagesOf(words) }] : [])];
  return groups.filter(({ results }) => results.length > 0);
};

function ofShopper(of: Shopper): SearchResult {
  const { tier } = of;
  return {
    href: shopperPage(of),
    icon: icons.UsersRound,
    text: nameOf(of),
    line: [of.name === null ? of.id : of.email, tier && inLanguage(tier.name, tier.id)]
      .filter(Boolean)
      .join(' · '),
    figure: messages().shoppers.pts(formatCount(of.available)),
    acts: actsOf(of),
  };
}

function actsOf(of: Shopper | undefined): readonly SearchResult[] {
  if (of === undefined || of.id === null || !may('serve')) return [];
  const w = messages().search;
  const page = shopperPage(of);
  return [
    { href: `${page}?act=adjust`, icon: icons.Plus, text: w.adjust(nameOf(of)), key: 'A' },
    { href: `${page}?act=reward`, icon: icons.Gift, text: w.reward(nameOf(of)), key: 'R' },
  ];
}

function ofOrder(of: SearchAnswer['orders'][number]): SearchResult {
  const who = of.shopper === null ? null : nameOf(of.shopper);
  return {
    href: orderPage(of.id),
    icon: icons.ReceiptText,
    text: of.id,
    line: [who, formatDay(of.placedAt)].filter(Boolean).join(' · '),
    figure: formatMoney(of.totalMinor, of.currency),
  };
}

function ofCode(of: SearchAnswer['codes'][number]): SearchResult {
  const reward = inLanguage(of.rewardName ?? {}, of.rewardId);
  const who = of.shopper === null ? null : nameOf(of.shopper);
  return {
    href: codePage(of.id),
    icon: icons.Ticket,
    text: of.voucher?.code ?? reward,
    line: [who, reward].filter(Boolean).join(' · '),
    figure: messages().codes.states[of.state],
  };
}

function ofReview(of: SearchAnswer['reviews'][number]): SearchResult {
  const w = messages();
  return {
    href: of.state === 'waiting' ? shopPath('/reviews') : shopPath(pathOf('reviews', 'all', of.id)),
    icon: icons.Star,
    text: of.title ?? w.shopper.review,
    line: [nameOf(of.shopper), of.productId].join(' · '),
    figure: of.rating === null ? undefined : w.shopper.stars(of.rating),
  };
}

function pagesOf(words: string): readonly SearchResult[] {
  const w = messages();
  const pages = MENU_PAGES.filter(({ ability }) => may(ability)).map((page) => ({
    href: shopPath(plainPath(page)),
    icon: page.icon,
    text: page.title(w),
  }));
  const parts = may('read')
    ? (
        ['earning', 'rewards', 'tiers', 'campaigns', 'segments', 'versions', 'machine'] as const
      ).map((part) => ({
        href: shopPath(`/program/${part}`),
        icon: icons.Gift,
        text: w.program.tabs[part],
        line: w.program.title,
      }))
    : [];
  const figures = may('read')
    ? keysOf(INSIGHT_PAGES).map((page) => ({
        href: shopPath(insightPath(page)),
        icon: icons.ChartColumn,
        text: w.app.insightPages[page],
        line: w.app.pages.insights,
      }))
    : [];
  const shops = (account.value?.shops ?? [])
    .filter(({ id }) => id !== shopId.value && shop.value !== null)
    .map(({ id, name }) => ({
      href: `/console/${id}`,
      icon: icons.Store,
      text: `${w.app.shop}: ${name}`,
    }));
  const asked = words.toLowerCase();
  return [...pages, ...parts, ...figures, ...shops].filter(({ text }) =>
    text.toLowerCase().includes(asked),
  );
}

function nameOf({ name, email, id }: Named): string {
  return name ?? email ?? id ?? messages().shoppers.nameless;
}

function inLanguage(name: Readonly<Record<string, string>>, other: string): string {
  return name[language.value] ?? name['en'] ?? other;
}
