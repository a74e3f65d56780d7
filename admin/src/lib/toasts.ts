import { signal } from '@preact/signals';

/** A sentence at the edge of the page. */
export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

/** Dialogs that are open, one in front of the other. */
export const dialogsOpen = signal(0);

export const toasts = signal<readonly Toast[]>([]);

const SHOWN_MS = 6000;
let last = 0;

export const dropToast = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Says something. What went well leaves by itself; what failed stays until it is closed. */
export const showToast = (kind: Toast['kind'], text: string): void => {
  last += 1;
  const id = last;
  toasts.value = [...toasts.value.slice(-2), { id, kind, text }];
  if (kind === 'done') setTimeout(() => dropToast(id), SHOWN_MS);
};
