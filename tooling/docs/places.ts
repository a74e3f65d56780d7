import { existsSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import type { Doc } from './read-docs.ts';
import { ROOT } from './read-docs.ts';
import type { Facts } from './facts.ts';

/** Where paths of the docs may begin. */
const BASES = ['', 'server/src/', 'widget/src/', 'admin/src/', 'server/src/platform/'];
/** Kinds of files that only this repository has, so that a name alone must be one of its files. */
const OURS = /^[\w./<>@*-]+\.(tsx?|toml|e2e\.ts|html)$/;
/** What is built or installed is not in the repository. */
const MADE = /(^|\/)(node_modules|dist)(\/|$)/;
const PATH = /^(?![./])[\w.<>@*-]+(\/[\w.<>@*-]+)*\/?$/;

/** What is wrong with links of a page: a file that is not there, a heading that is not in it. */
export const checkLinks = (doc: Doc, all: readonly Doc[]): string[] =>
  doc.links
    .filter((link) => !/^(https?|mailto):/.test(link))
    .flatMap((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? doc.path : join(dirname(doc.path), decodeURI(path));
      const page = all.find((one) => one.path === target);
      if (page === undefined && !existsSync(join(ROOT, target)))
        return [`The link to ${link} leads nowhere.`];
      const isThere = anchor === undefined || page?.anchors.has(anchor) === true;
      return isThere ? [] : [`${target} has no heading #${anchor}.`];
    });

/** What is wrong with a path in backticks, where it looks like one of the repository. */
export const checkPath = (span: string, files: Facts['files']): string[] => {
  if (!PATH.test(span) || !looksLikeOurs(span, files)) return [];
  const pattern = span.replaceAll(/<\w+(-\w+)?>/g, '*').replace(/\/$/, '');
  const isThere = pattern.includes('*')
    ? (one: string) => bases(pattern).some((base) => matchesGlob(one, base + pattern))
    : (one: string) => one === pattern || one.endsWith(`/${pattern}`);
  return [...files].some(isThere) ? [] : [`There is no ${span} in the repository.`];
};

/** A name alone may be anywhere. */
function bases(pattern: string): readonly string[] {
  return pattern.includes('/') ? BASES : ['**/'];
}

function looksLikeOurs(span: string, files: Facts['files']): boolean {
  if (OURS.test(span)) return true;
  if (MADE.test(span)) return false;
  if (!span.includes('/')) return false;
  const [first = ''] = span.split('/');
  return BASES.some((base) => files.has(base + first) && !first.includes('.'));
}
