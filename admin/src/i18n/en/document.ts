import { plural } from '../plural.ts';

export const document = {
  faults: (count: number) => `${plural(count, 'problem', 'problems')} to fix`,
  unsaved: 'Unsaved changes',
  kept: 'Unsaved changes restored.',
  saved: 'Saved.',
  discard: 'Discard',
  changes: (count: number) => plural(count, 'change', 'changes'),
  conflictTitle: 'Someone else saved this in the meantime',
  changedBy: (name: string, time: string) => `Saved by ${name}, ${time}.`,
  conflictText: 'Nothing is lost: their changes are saved, and yours are still here.',
  ownTitle: 'You saved this in another window',
  ownText: 'Nothing is lost: the other window’s changes are saved, and these are still here.',
  ownTheirs: 'In the other window',
  ownMine: 'In this window',
  ownTogether: (count: number) =>
    count === 0
      ? 'The changes do not overlap, so both can be kept.'
      : `${plural(count, 'place was', 'places were')} changed in both windows; the saved version is kept for those.`,
  keepThis: 'Keep this window’s',
  takeSaved: 'Keep the saved one',
  theirs: 'Theirs',
  mine: 'Yours',
  together: 'Merge both',
  togetherText: (count: number) =>
    count === 0
      ? 'The changes do not overlap, so both can be kept.'
      : `${plural(count, 'place was', 'places were')} changed by both of you; their version is kept for those.`,
  keepMine: 'Keep mine',
  takeTheirs: 'Keep theirs',
  undo: 'Undo',
  redo: 'Redo',
  bar: 'Unsaved changes',
  decimals: (max: number) => `Use at most ${plural(max, 'decimal', 'decimals')}.`,
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    document: typeof document;
  }
}
