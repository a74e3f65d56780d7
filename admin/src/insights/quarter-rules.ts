const QUARTERS = 6;
const QUARTER_MONTHS = 3;
const YEAR_QUARTERS = 4;

/** The quarter a day lies in and those before it, the latest first: `2026Q4`. */
export const quartersTo = (day: string): readonly string[] => {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / QUARTER_MONTHS);
  return Array.from({ length: QUARTERS }, (_, i) => {
    const at = year * YEAR_QUARTERS + quarter - i;
    return `${Math.floor(at / YEAR_QUARTERS)}Q${(at % YEAR_QUARTERS) + 1}`;
  });
};
