/** In what a sandbox shop's clock is moved. */
const UNITS_MS = { hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 } as const;
export type MoveUnit = keyof typeof UNITS_MS;

/** How far the server moves it at once: ten years. */
const MOVE_MS_MAX = 3650 * 86_400_000;

/** How far the clock is moved by what was typed; null where it cannot be. */
export const moveOf = (count: string, unit: MoveUnit): number | null => {
  if (!/^\s*[0-9]{1,5}\s*$/.test(count)) return null;
  const ms = Number(count) * UNITS_MS[unit];
  return ms > 0 && ms <= MOVE_MS_MAX ? ms : null;
};
