/** Whether an address names a tab that a page does not have; without a name it is the page's first. */
export const isUnknownTab = (tabs: readonly string[], asked: string | undefined): boolean =>
  asked !== undefined && !tabs.includes(asked);
