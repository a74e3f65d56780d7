/** An average as it is said: with one digit behind the point, always. */
export const formatAverage = (average: number, language: string): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(average);
