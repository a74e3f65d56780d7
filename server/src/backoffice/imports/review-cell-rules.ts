/* What single cells of a file of reviews say. */

const SCALE = /"value":\s*"?([\d.]+)"?/;
const MOST = /"scale_max":\s*"?([\d.]+)"?/;

/** Whole stars from one to five. A comma is a point, and Shopify's own ratings say their scale. */
export const starsOf = (text: string): number | null => {
  const [value, most] = [SCALE.exec(text)?.[1], MOST.exec(text)?.[1]];
  const stars =
    value === undefined
      ? Number(/^\d{1,2}(?:[.,]\d{1,3})?$/.test(text) ? text.replace(',', '.') : Number.NaN)
      : (Number(value) / Number(most)) * 5;
  return Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null;
};

/** Addresses of photos: several in one cell, with commas, lines or bars between them. */
export const photosOf = (cell: string): { urls: string[]; wrong: string[] } => {
  const urls: string[] = [];
  const wrong: string[] = [];
  for (const piece of cell.split(/[\s|;]+|,(?=\s*["']?(?:https?:|javascript:|data:|\/\/))/i)) {
    const text = piece.trim().replaceAll(/^["'[]+|["'\],]+$/g, '');
    if (text === '') continue;
    const url = URL.parse(text.startsWith('//') ? `https:${text}` : text);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') wrong.push(text);
    else urls.push(Object.assign(url, { protocol: 'https:' }).href);
  }
  return { urls, wrong };
};
