/** A number as people write it: the digits of a Japanese keyboard are digits, its minus is one, commas say nothing. */
export const readPoints = (text: string): number => {
  const plain = text.normalize('NFKC').replaceAll(/[−‐–]/g, '-').replaceAll(/[,\s]/g, '');
  return plain === '' ? Number.NaN : Number(plain);
};
