/** `1 review`, `12 reviews`: English has two forms. */
export const plural = (count: number, one: string, other: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`;
