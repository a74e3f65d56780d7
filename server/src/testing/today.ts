/** The day on which tests happen. */
export const TODAY = Date.parse('2026-11-22T09:31:00Z');
