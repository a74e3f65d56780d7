import type { Locator, Page } from '@playwright/test';

/** A merchant's hand: it reaches what can be seen, by role and label, and its taps are counted. */
export interface Hand {
  readonly page: Page;
  /** One tap. */
  readonly click: (what: Locator) => Promise<void>;
  /** One tap: a key that acts. */
  readonly press: (key: string) => Promise<void>;
  /** A text is one tap, however long, and one more where its field has to be chosen first. */
  readonly type: (field: Locator, text: string) => Promise<void>;
  /** Two taps: the list is opened, and something in it chosen. */
  readonly choose: (list: Locator, option: string | { readonly index: number }) => Promise<void>;
  /** One tap: what a file is chosen with is not the console's. */
  readonly give: (field: Locator, file: GivenFile) => Promise<void>;
  /** No tap: what tells the merchant that it is done. */
  readonly see: (what: Locator) => Promise<void>;
  readonly taps: () => number;
}

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The hand on a page, with no taps so far. */
export const handOn = (page: Page): Hand => {
  let taps = 0;
  const click = async (what: Locator): Promise<void> => {
    taps += 1;
    await what.click();
  };
  return {
    page,
    click,
    async press(key) {
      taps += 1;
      await page.keyboard.press(key);
    },
    async type(field, text) {
      await field.waitFor();
      if (!(await hasFocus(field))) await click(field);
      taps += 1;
      await field.fill(text);
    },
    async choose(list, option) {
      taps += 2;
      await list.selectOption(option);
    },
    async give(field, file) {
      taps += 1;
      await field.setInputFiles(file);
    },
    see: (what) => what.first().waitFor(),
    taps: () => taps,
  };
};

/** Whether a field has the focus once the page has drawn what led to it. */
function hasFocus(field: Locator): Promise<boolean> {
  return field.evaluate(async (node) => {
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((drawn) => requestAnimationFrame(drawn));
    return document.activeElement === node;
  });
}
