/** Keeps something in this browser, so that leaving the page loses nothing. */
export const saveJson = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The browser has no room: the page still has it.
  }
};

/** What was kept under a key; undefined where there is nothing, or nothing that can be read any more. */
export const readJson = (key: string): unknown => {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
