import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ORIGIN } from './server.ts';
import { expect } from './test.ts';

/** The cases of a shop, as the console's owner asks about them without the console. */
export interface Desk {
  /** Where the inbox is. */
  readonly path: string;
  readonly get: (path: string) => Promise<Record<string, string>>;
  readonly post: (path: string, data: unknown, more?: Record<string, string>) => Promise<void>;
}

export const openDesk = (page: Page, shopId: string): Desk => {
  const own = { Origin: ORIGIN, 'Okaeri-Shop': shopId };
  return {
    path: `/console/${shopId}/cases`,
    get: async (path) =>
      (await (await page.request.get(path, { headers: own })).json()) as Record<string, string>,
    post: async (path, data, more = {}) => {
      const answer = await page.request.post(path, { headers: { ...own, ...more }, data });
      expect(answer.ok(), await answer.text()).toBe(true);
    },
  };
};

/** What the shop's mail provider would send on, signed as webhooks are. */
export const bringMail = async (desk: Desk, message: object): Promise<void> => {
  const { secret = '' } = await desk.get('/v1/mail/inbound');
  const body = JSON.stringify(message);
  const at = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`msg_1.${at}.${body}`).digest('base64');
  const signature = {
    'Content-Type': 'application/json',
    'webhook-id': 'msg_1',
    'webhook-timestamp': at,
    'webhook-signature': `v1,${mac}`,
  };
  await desk.post('/v1/mail/inbound', body, signature);
};

/** What the console says around a case. */
export const DESK_WORDS = {
  en: {
    reply: 'Reply',
    sendAndWait: 'Send and wait',
    waiting: 'Waiting for reply',
    open: 'Open',
    points: 'Give recovery points…',
    amount: 'Points',
    give: 'Give 50 points',
    resolve: 'Resolve…',
    resolveAct: 'Resolve',
    resolved: 'Resolved',
    closed: 'Closed',
  },
  ja: {
    reply: '返信',
    sendAndWait: '送信して返信待ちにする',
    waiting: '返信待ち',
    open: '対応中',
    points: 'お詫びポイントを付与…',
    amount: 'ポイント',
    give: '50ポイントを付与',
    resolve: '解決…',
    resolveAct: '解決済みにする',
    resolved: '解決済み',
    closed: '終了',
  },
} as const;
