/** How much of a cap is used: how often, and for how many points. */
export interface Usage {
  readonly times: number;
  readonly points: number;
}

/** Usage of one period: of a day for rolling caps. */
export interface PeriodUsage extends Usage {
  readonly periodAt: number;
}

/** The usages with one more use in its period. */
export const withUse = (usages: readonly PeriodUsage[], use: PeriodUsage): PeriodUsage[] => {
  const before = usages.find(({ periodAt }) => periodAt === use.periodAt);
  const { periodAt } = use;
  const times = (before?.times ?? 0) + use.times;
  const points = (before?.points ?? 0) + use.points;
  return [...usages.filter((usage) => usage !== before), { periodAt, times, points }];
};
