import type { OrderWarning } from '@okaeri/shared/orders';

/** Texts of one order that are told to have been left out; more help nobody. */
export const LEFT_OUT_TOLD_MAX = 20;

/** A body as it is kept, and what of it was left out. */
export interface KeptBody {
  readonly body: unknown;
  readonly warnings: readonly OrderWarning[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The body as it came, with every text as its schema has read it and without what says nothing. Defaults
 * are not filled in: the same state sent again has the same digest, whatever a release adds.
 */
export const keepWords = (body: unknown, read: unknown): KeptBody => {
  const warnings: OrderWarning[] = [];
  const leaveOut = (path: string): void => {
    if (warnings.length === LEFT_OUT_TOLD_MAX) return;
    const message = 'It says nothing that can be kept, and was left out.';
    warnings.push({ code: 'textLeftOut', path, message });
  };
  return { body: kept(body, read, { path: '', leaveOut }), warnings };
};

interface Walk {
  readonly path: string;
  readonly leaveOut: (path: string) => void;
}

const kept = (sent: unknown, read: unknown, walk: Walk): unknown => {
  if (Array.isArray(sent) && Array.isArray(read)) return keptList(sent, read, walk);
  if (isObject(sent) && isObject(read)) return keptObject(sent, read, walk);
  if (typeof sent === 'string' && read === null) walk.leaveOut(walk.path);
  return read === undefined ? sent : read;
};

const keptObject = (sent: Json, read: Json, { path, leaveOut }: Walk): Json =>
  Object.fromEntries(
    Object.entries(sent).map(([key, value]) => {
      const inner = path === '' ? key : `${path}.${key}`;
      return [key, kept(value, read[key], { path: inner, leaveOut })];
    }),
  );

const keptList = (sent: readonly unknown[], read: readonly unknown[], walk: Walk): unknown => {
  const { path, leaveOut } = walk;
  // Of a list of objects none is left out; of a list of tags, some may be.
  if (sent.length > read.length) {
    leaveOut(path);
    return read;
  }
  return sent.map((one, at) => kept(one, read[at], { path: `${path}[${at}]`, leaveOut }));
};

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
