import type { Part } from '../app/parts.ts';

/** The panel, as the first chunk holds it. */
export interface PanelHandle {
  open(page?: string): Promise<void>;
  isOpen(): boolean;
  close(): void;
  remove(): void;
}

/** One model of the widget, drawn in the dialog and in as many places of the page as there are. */
export interface PanelModule {
  readonly dialog: PanelHandle;
  /** Draws a part of the programme into a shadow root. The answer removes it. */
  readonly draw: (part: Part, root: ShadowRoot) => () => void;
  readonly stop: () => void;
}
