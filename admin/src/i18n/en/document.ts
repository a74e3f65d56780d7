import { plural } from '../plural.ts';

export const document = {
  faults: (count: number) => plural(count, 'thing is', 'things are') + ' not right yet',
  unsaved: 'Changes that are not saved',
  kept: 'What you had not saved is still here.',
  saved: 'Saved.',
  discard: 'Discard',
  changes: (count: number) => plural(count, 'change', 'changes'),
  added: 'added',
  removed: 'removed',
  conflictTitle: 'Someone else has saved this in the meantime',
  conflictText: 'Nothing is lost: theirs is saved, yours is still here. This is what differs.',
  ownTitle: 'You have saved this in another window in the meantime',
  ownText:
    'Nothing is lost: what you saved there stays saved, what you changed here is still here. This is what differs.',
  ownTheirs: 'In the other window',
  ownMine: 'In this window',
  ownTogether: (count: number) =>
    count === 0
      ? 'You changed different things: both fit together.'
      : `${plural(count, 'thing was', 'things were')} changed in both windows; there, what is saved stays.`,
  keepThis: 'Keep only what is here',
  takeSaved: 'Take only what is saved',
  theirs: 'Theirs',
  mine: 'Yours',
  together: 'Put both together',
  togetherText: (count: number) =>
    count === 0
      ? 'You changed different things: both fit together.'
      : `${plural(count, 'thing was', 'things were')} changed by both of you; there, theirs stays.`,
  keepMine: 'Keep only mine',
  takeTheirs: 'Take only theirs',
  undo: 'Undo',
  redo: 'Redo',
  bar: 'Unsaved changes',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    document: typeof document;
  }
}
