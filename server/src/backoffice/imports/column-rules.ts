import { entriesOf, keysOf } from '@okaeri/shared/records';
import type { ImportField, ImportFormat } from '@okaeri/shared/imports';

/*
 * Columns by their names, never by their places: tools add, drop and move them. The names
 * are those of the exports of Judge.me, Loox, Okendo, Yotpo and Shopify, and of this house
 * (reference "reviews and surveys", section 1.2), without what is not a letter or a digit.
 */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  reviewId: ['reviewid', 'id'],
  productId: ['productid', 'productexternalid', 'externalproductid'],
  handle: ['producthandle', 'handle'],
  sku: ['sku', 'productsku'],
  productUrl: ['producturl', 'productlink'],
  rating: ['rating', 'reviewscore', 'score', 'stars', 'reviewrating', 'productrating'],
  title: ['title', 'reviewtitle', 'headline', 'heading'],
  body: ['body', 'reviewcontent', 'review', 'reviewbody', 'content', 'reviewtext', 'comment'],
  name: ['reviewername', 'nickname', 'displayname', 'author', 'name', 'reviewerdisplayname'],
  fallbackName: ['fullname'],
  email: ['revieweremail', 'email', 'authoremail'],
  date: ['reviewdate', 'date', 'datecreated', 'createdat', 'submittedat', 'reviewcreatedat'],
  status: ['status', 'state', 'curated', 'reviewstatus', 'published'],
  hidden: ['hidden'],
  reply: ['reply', 'merchantreply', 'response', 'replycontent'],
  replyDate: ['replydate', 'repliedat', 'responsedate'],
  photos: ['pictureurls', 'img', 'imageurls', 'images', 'photos', 'photourls', 'mediaurls'],
};

/** A file is recognised by columns that only its tool has. */
const FORMATS: readonly (readonly [ImportFormat, readonly string[]])[] = [
  ['judgeMe', ['curated', 'pictureurls', 'reviewername']],
  ['judgeMe', ['producthandle', 'reviewername', 'reviewdate']],
  ['loox', ['nickname', 'img', 'handle']],
  ['okendo', ['datecreated', 'rating']],
  ['yotpo', ['reviewscore', 'reviewcontent']],
  ['shopify', ['producthandle', 'state', 'author']],
];

/** The names readers see of where a review was imported from. */
export const SOURCES: Readonly<Record<ImportFormat, string>> = {
  judgeMe: 'Judge.me',
  loox: 'Loox',
  okendo: 'Okendo',
  yotpo: 'Yotpo',
  shopify: 'Shopify',
  csv: 'elsewhere',
};

export type Columns = Readonly<Partial<Record<ImportField, string>>>;

export const formatOf = (headers: readonly string[]): ImportFormat => {
  const known = new Set(headers.map(foldHeader));
  return FORMATS.find(([, names]) => names.every((name) => known.has(name)))?.[0] ?? 'csv';
};

const FIELDS = keysOf(NAMES);

/** Which column is what, by what was said and then by its name; or what is wrong with the file. */
export const columnsOf = (
  headers: readonly string[],
  said: Columns,
): { readonly columns: Columns } | { readonly fault: string } => {
  const columns: Partial<Record<ImportField, string>> = {};
  const taken = new Set<string>();
  const folded = headers.map((header) => [header, foldHeader(header)] as const);
  for (const [field, header] of entriesOf(said)) {
    if (!headers.includes(header)) return { fault: `There is no column "${header}".` };
    columns[field] = header;
    taken.add(header);
  }
  for (const field of FIELDS) {
    if (columns[field] !== undefined) continue;
    const found = NAMES[field]
      .map((name) => folded.find(([header, fold]) => fold === name && !taken.has(header))?.[0])
      .find((header) => header !== undefined);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  const missing = (['rating', 'body', 'date'] as const).filter((field) => !columns[field]);
  const { productId, handle, sku, productUrl } = columns;
  if ((productId ?? handle ?? sku ?? productUrl) === undefined)
    return { fault: 'No column says which product a review is about.' };
  return missing.length === 0
    ? { columns }
    : { fault: `No column has the ${missing.join(' and the ')}; say which it is.` };
};

/** `reviewer.name` and `Reviewer Name` are the same column. */
function foldHeader(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
