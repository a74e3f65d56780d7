import type { Theme } from '@okaeri/shared/appearance';
import type { ShopPage } from './support.ts';

/** How a page of a shop looks, and who visits it. */
export type Look = ShopPage & {
  /** What the visitor's system prefers. */
  readonly visitor: 'light' | 'dark';
  readonly forced?: boolean;
  readonly mode?: Theme['mode'];
};

/** A page with these styles. */
export const style = (css: string): { head: string } => ({ head: `<style>${css}</style>` });

/** Pages as shops have them, each by what is special in it. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'a light-only page, and a visitor in the dark': {
    visitor: 'dark',
    ...style('body { background: #fff; color: #111 }'),
  },
  'a page without a word of colour, and a visitor in the dark': { visitor: 'dark' },
  'a dark-only page, and a visitor in the light': {
    visitor: 'light',
    ...style('body { background: oklch(0.2 0.02 260); color: #eee }'),
  },
  'a page that follows the system into the dark': {
    visitor: 'dark',
    ...style(':root { color-scheme: light dark }'),
  },
  'a page that follows the system by a meta element': {
    visitor: 'dark',
    head: '<meta name="color-scheme" content="light dark" />',
  },
  'a page in the colour of its brand': {
    visitor: 'light',
    ...style('body { background: #2f7d6b; color: #fff }'),
  },
  'a page on a picture': {
    visitor: 'light',
    ...style('body { background: linear-gradient(#fff, #000) fixed }'),
  },
  'a light page of a shop whose theme is dark': {
    visitor: 'light',
    mode: 'dark',
    ...style('body { background: #fff; color: #111 }'),
  },
  'a dark page of a shop whose theme is light': {
    visitor: 'dark',
    mode: 'light',
    ...style('html { background: #111; color: #eee }'),
  },
  'forced colours': { visitor: 'dark', forced: true, ...style('body { background: #fff }') },
  'right to left by CSS on the body': { visitor: 'light', ...style('body { direction: rtl }') },
  'right to left by CSS on everything': {
    visitor: 'light',
    ...style('* { direction: rtl !important }'),
  },
  'right to left by attribute': { visitor: 'light', htmlAttributes: 'dir="rtl"' },
  'a reset of everything': {
    visitor: 'dark',
    ...style(
      `* { all: unset !important } head, style, script { display: none !important }
       html, body, div, p, h1 { display: block !important }`,
    ),
  },
  'a page that shouts at everything': {
    visitor: 'light',
    ...style(
      `* { color: #f0f !important; background: #ff0 !important; font: 30px cursive !important;
           letter-spacing: 4px !important; text-transform: uppercase !important }`,
    ),
  },
};
