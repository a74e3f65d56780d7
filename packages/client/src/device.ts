/** What was kept under a name, or null. */
export const getItem = (name: string): string | null => {
  try {
    return localStorage.getItem(nameOf(name));
  } catch {
    return null;
  }
};

/** Keeps a value under a name, where that is possible. */
export const setItem = (name: string, value: string): void => {
  try {
    localStorage.setItem(nameOf(name), value);
  } catch {
    // Blocked or full, as above.
  }
};

/** Takes away what is kept for a shop, but for what is excepted. */
export const removeItems = (shop: string, except: RegExp): void => {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('okaeri:') && name.includes(shop) && !except.test(name))
        localStorage.removeItem(name);
  } catch {
    // Blocked: nothing was kept.
  }
};

/*
 * What this device keeps for the shopper. Storage may be blocked or full: then nothing
 * is kept, and callers have to do without.
 */

function nameOf(name: string): string {
  return `okaeri:${name}`;
}
