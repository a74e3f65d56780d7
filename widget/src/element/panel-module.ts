import type { AppModel } from '../app/model.ts';

/** The panel, as the first chunk holds it. */
export interface PanelHandle {
  open(page?: string): Promise<void>;
  isOpen(): boolean;
  close(): void;
  remove(): void;
}

/** One model of the widget, drawn in the dialog and in as many places of the page as there are. */
export interface PanelModule {
  readonly model: AppModel;
  /** The look of all that is drawn, in the dialog and in the page. */
  readonly sheets: readonly CSSStyleSheet[];
  /** The dialog, fetched and drawn when it is first wanted. */
  readonly loadDialog: () => Promise<PanelHandle>;
  /** Closes the dialog, where there is one. */
  readonly close: () => void;
  readonly stop: () => void;
}
