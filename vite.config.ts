import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { WIDGET_FOLDER, widgetSource } from './tooling/build/build-folders.ts';
import { compress, writeTexts } from './tooling/build/build-output.ts';
import { nameFirstChunk, ownJsx, removeByParent } from './tooling/build/build-plugins.ts';
import { WIDGET_CHUNKS } from './tooling/build/widget-chunks.ts';

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
        outDir: WIDGET_FOLDER,
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
            first: widgetSource('element/first.ts'),
            core: widgetSource('app/core.tsx'),
            panels: widgetSource('app/load-panel.ts'),
            acts: widgetSource('element/element-acts.ts'),
            home: widgetSource('app/PagePanel.tsx'),
            parts: widgetSource('in-page/draw-part.tsx'),
            product: widgetSource('in-page/product-parts.ts'),
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
              groups: WIDGET_CHUNKS,
            },
          },
        },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        outDir: WIDGET_FOLDER,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'es2022',
        modulePreload: false,
        lib: {
          entry: widgetSource('loader/okaeri.ts'),
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
        entry: widgetSource('invitation/main.tsx'),
        fileName: 'okaeri-review.js',
        outDir: WIDGET_FOLDER,
      }),
    },
    /** The page of this server to which e-mails with a survey lead. */
    survey: {
      consumer: 'client',
      build: asLibrary({
        entry: widgetSource('invitation/survey.tsx'),
        fileName: 'okaeri-survey.js',
        outDir: WIDGET_FOLDER,
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
        outDir: WIDGET_FOLDER,
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
        copyFileSync(join(import.meta.dirname, 'widget', name), join(WIDGET_FOLDER, name));
      await writeTexts();
      compress(WIDGET_FOLDER);
      compress(join(import.meta.dirname, 'admin/dist'));
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
