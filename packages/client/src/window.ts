import type { OkaeriGlobal } from './widget-api.ts';

/*
 * Tells TypeScript of `window.okaeri`: `import '@okaeri/client/window'`. Nothing of it is left when it runs.
 */

declare global {
  interface Window {
    okaeri?: OkaeriGlobal;
  }
}
