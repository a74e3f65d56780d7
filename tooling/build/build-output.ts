import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { WIDGET_FOLDER, widgetSource } from './build-folders.ts';

/** Shop pages in caches still ask for the chunks of the release before. */
const KEPT_MS = 30 * 86_400_000;

/** Deletes what no page asks for any more, and packs the rest beside itself. */
export const compress = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path);
    else if (/\.(js|css)$/.test(name))
      writeFileSync(
        `${path}.br`,
        brotliCompressSync(readFileSync(path), {
          params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
        }),
      );
  }
};

/** A module of the widget's words, whichever the language. */
interface Texts {
  readonly messages: Readonly<Record<string, unknown>>;
}

/** The words of each language as data: what merchants replace by name, and what it says by itself. */
export const writeTexts = async (): Promise<void> => {
  const folder = widgetSource('i18n');
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name: language } of languages) {
    const of = async (part: string): Promise<Texts['messages']> =>
      ((await import(join(folder, language, `${part}.ts`))) as Texts).messages;
    const texts = {
      panel: await of('panel'),
      more: await of('more'),
      order: await of('order'),
      survey: await of('survey'),
      // One group to merchants, fetched in two: what is read, and what a touch needs.
      review: { ...(await of('review')), ...(await of('write')) },
    };
    const file = `texts-${language.toLowerCase()}.json`;
    writeFileSync(join(WIDGET_FOLDER, file), JSON.stringify(texts));
  }
};
