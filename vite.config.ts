import { brotliCompressSync, constants } from 'node:zlib';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const outDir = join(import.meta.dirname, 'widget/dist');
const source = (path: string): string => join(import.meta.dirname, 'widget/src', path);
/** Shop pages in caches still ask for the chunks of the release before. */
const KEPT_MS = 30 * 86_400_000;

/** What every page view needs, and what comes with the first intent. */
const FIRST_MODULES =
  /shared\/src\/(currencies|paths|widget-languages)|widget\/src\/(element\/(?!report-setup-errors|put-back|arrival|watch-happenings|element-acts|earn|money|stars|ask-together|when-near)|lib\/(?!ask-posts|count-up|happening)|styles\/sheet|i18n\/(first\.|en\/first|format|languages))|packages\/client\/src\/(device|emitter|last-known|problem|reader|session|to-json|tokens|transport)/;
const CORE_MODULES =
  /preact|shared\/src\/(days|money-format)|widget\/src\/(app\/(?!load-panel|Tile|basics|dialog|page-icons|NextStepCard|next-step|aim-rules|panels-|repeat-event|history-model|PagePanel|App|Header|Home|[Ll]adder)|ui\/(?!Tabs|panel-icons|CopyRow|StatusMessage|Stars|Re(aderActions|portChoice)|Honeypot|ForProduct|TextField|BirthdayField|go-to-missing)|i18n\/(load\.|fill)|styles\/tokens)/;

/** What panels share and the core has no use for. */
const PANEL_MODULES = /widget\/src\/(app\/load-panel|ui\/(panel-icons|CopyRow|StatusMessage))/;

/** The home, and the next step on it, which stands in few pages by itself. */
const HOME_MODULES =
  /widget\/src\/app\/(PagePanel|App|Header|Home|page-icons|NextStepCard|next-step|aim-rules)\.ts|widget\/src\/app\/dialog/;

/** The icons of rows: what stands in the shop's page does without. */
const ICON_MODULES = /widget\/src\/app\/Tile|shared\/src\/icon-paths/;

/**
 * What draws a part in the shop's page, and what the form of a review has in common with what stands below a product:
 * that page would otherwise ask for both, one after the other.
 */
const PART_MODULES =
  /widget\/src\/(in-page\/(?!follow-part|keep-place|product-parts)|ui\/(Honeypot|Stars|TextField|go-to-missing)|styles\/(reviews|adopt-review)|reviews\/reviews-client)|packages\/client\/src\/reviews/;

/** What a product page says of its reviews, and the questions about it. */
const PRODUCT_MODULES =
  /widget\/src\/(in-page\/product-parts|styles\/(reading|adopt-reading)|app\/basics\.css\?.*apart|ui\/(ReaderActions|ForProduct)|questions\/|reviews\/(ReviewsPanel|ReviewCard|Summary|Photos|shots|language-rules|reviews-model))|packages\/client\/src\/questions/;

/** What elements do beyond being there. */
const ACT_MODULES =
  /widget\/src\/(element\/(element-acts|earn|money|stars|ask-together|when-near)|lib\/ask-posts|in-page\/(follow-part|keep-place)|reviews\/format-average)/;

/** In the widget JSX is what its own small runtime makes of it. */
const ownJsx = (): Plugin => ({
  name: 'okaeri-own-jsx',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => ['widget', 'invitation', 'survey'].includes(name),
  resolveId: (id) => (id === 'preact/jsx-runtime' ? source('ui/jsx-runtime.ts') : null),
});

/** Preact has an element take itself away, by a method that old libraries replace with others; its parent can too. */
const removeByParent = (): Plugin => ({
  name: 'okaeri-remove-by-parent',
  applyToEnvironment: ({ name }) => name === 'widget',
  transform(code, id) {
    if (!/preact\/dist\/preact\.\w+$/.test(id)) return null;
    const changed = code.replace(
      /(\w+)\.parentNode&&\1\.remove\(\)/,
      '$1.parentNode&&$1.parentNode.removeChild($1)',
    );
    if (changed === code) throw new Error('Preact removes nodes in another way now.');
    return changed;
  },
});

/** The name of the first chunk, which the loader must know. */
const firstChunk = (): string => {
  const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; name?: string }
  >;
  const entry = Object.values(manifest).find((chunk) => chunk.name === 'first');
  if (entry === undefined) throw new Error('The widget was built without its first chunk.');
  return entry.file;
};

const nameFirstChunk = (): Plugin => ({
  name: 'okaeri-first-chunk',
  applyToEnvironment: (environment) => environment.name === 'loader',
  transform(code) {
    return code.includes('__FIRST_CHUNK__')
      ? code.replaceAll('__FIRST_CHUNK__', JSON.stringify(firstChunk()))
      : null;
  },
});

const compress = (folder: string): void => {
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
const writeTexts = async (): Promise<void> => {
  const folder = source('i18n');
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
    writeFileSync(join(outDir, file), JSON.stringify(texts));
  }
};

/** One module by itself, under a name of its own. */
const asLibrary = (input: { entry: string; fileName: string; outDir: string }) => ({
  outDir: input.outDir,
  emptyOutDir: false,
  copyPublicDir: false,
  target: 'es2022',
  modulePreload: false as const,
  lib: { entry: input.entry, formats: ['es' as const], fileName: () => input.fileName },
  rolldownOptions: { output: { minify: true } },
});

/**
 * Two builds: the widget as modules with hashed chunks, then the loader, a classic
 * script that names the first of them. The loader is apart so that no helper of
 * the bundler, which would leave links behind in the shop's page, can reach it.
 */
export default defineConfig({
  plugins: [nameFirstChunk(), ownJsx(), removeByParent()],
  environments: {
    widget: {
      consumer: 'client',
      // Nobody runs it without a window.
      define: {
        'typeof window': '"object"',
        'typeof requestAnimationFrame': '"function"',
      },
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'es2022',
        manifest: 'manifest.json',
        modulePreload: false,
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        // As a library: no helper of the bundler then stands around each lazy import. Chunks that
        // others import from are entries: they need no namespace of their own beside their exports.
        lib: {
          entry: {
            first: source('element/first.ts'),
            core: source('app/core.tsx'),
            panels: source('app/load-panel.ts'),
            acts: source('element/element-acts.ts'),
            home: source('app/PagePanel.tsx'),
            parts: source('in-page/draw-part.tsx'),
            product: source('in-page/product-parts.ts'),
          },
          formats: ['es'],
        },
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            format: 'es',
            minify: true,
            comments: { annotation: false, legal: false, jsdoc: false },
            entryFileNames: ({ name }) => (name === 'first' ? 'first-[hash:6].js' : '[hash:7].js'),
            // Without their names, and no longer than they must be: each is written where it is fetched.
            chunkFileNames: '[hash:7].js',
            // What the panels share with the core comes in one chunk: small ones compress badly.
            codeSplitting: {
              groups: [
                { name: 'first', test: FIRST_MODULES, priority: 4 },
                { name: 'core', test: CORE_MODULES, priority: 3 },
                { name: 'panels', test: PANEL_MODULES, priority: 1 },
                { name: 'parts', test: PART_MODULES, priority: 2 },
                { name: 'icons', test: ICON_MODULES, priority: 1 },
                { name: 'home', test: HOME_MODULES, priority: 1 },
                { name: 'product', test: PRODUCT_MODULES, priority: 1 },
                { name: 'acts', test: ACT_MODULES, priority: 3 },
              ],
            },
          },
        },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'es2022',
        modulePreload: false,
        lib: {
          entry: source('loader/okaeri.ts'),
          formats: ['iife'],
          name: 'okaeriLoader',
          fileName: () => 'okaeri.js',
        },
      },
    },
    /** The example in React, as its own shop would build it. */
    react: {
      consumer: 'client',
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: asLibrary({
        entry: join(import.meta.dirname, 'examples/react/main.tsx'),
        fileName: 'react.js',
        outDir: join(import.meta.dirname, 'examples/react/dist'),
      }),
    },
    /** The page of this server to which e-mails lead. */
    invitation: {
      consumer: 'client',
      build: asLibrary({
        entry: source('invitation/main.tsx'),
        fileName: 'okaeri-review.js',
        outDir,
      }),
    },
    /** The page of this server to which e-mails with a survey lead. */
    survey: {
      consumer: 'client',
      build: asLibrary({
        entry: source('invitation/survey.tsx'),
        fileName: 'okaeri-survey.js',
        outDir,
      }),
    },
    /** The merchant's own pages, served by this server alone. */
    console: {
      consumer: 'client',
      build: {
        outDir: join(import.meta.dirname, 'admin/dist'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'es2022',
        manifest: 'manifest.json',
        modulePreload: false,
        // One sheet: the pages share it, and none waits for another.
        cssCodeSplit: false,
        rolldownOptions: {
          input: {
            console: join(import.meta.dirname, 'admin/src/main.tsx'),
            frame: join(import.meta.dirname, 'admin/src/frame/frame.ts'),
          },
          output: {
            minify: true,
            entryFileNames: '[name]-[hash:8].js',
            chunkFileNames: '[name]-[hash:8].js',
            assetFileNames: '[name]-[hash:8][extname]',
          },
        },
      },
    },
    /** For pages without a bundler that draw everything themselves. */
    client: {
      consumer: 'client',
      build: asLibrary({
        entry: join(import.meta.dirname, 'packages/client/src/headless.ts'),
        fileName: 'okaeri-client.js',
        outDir,
      }),
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of [
        'widget',
        'loader',
        'invitation',
        'survey',
        'client',
        'react',
        'console',
      ]) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`The build has no environment "${name}".`);
        await builder.build(environment);
      }
      // What editors and tools read of the elements stands beside the script.
      for (const name of ['custom-elements.json', 'html-custom-data.json'])
        copyFileSync(join(import.meta.dirname, 'widget', name), join(outDir, name));
      await writeTexts();
      compress(outDir);
      compress(join(import.meta.dirname, 'admin/dist'));
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
