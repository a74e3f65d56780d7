/** `1,234件`: the number and its counter, without a space. */
export const count = (of: number, unit: string): string => `${of.toLocaleString('ja')}${unit}`;
