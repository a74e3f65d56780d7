/** What somebody has begun to write under a name, and not sent. */
export const readTextDraft = (name: string): string | null => localStorage.getItem(keyOf(name));

/** Keeps it in this browser, so that leaving the page loses nothing; an empty text is none. */
export const saveTextDraft = (name: string, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
  } catch {
    // The browser has no room: the page still has it.
  }
};

function keyOf(name: string): string {
  return `okaeri.console.text.${name}`;
}
