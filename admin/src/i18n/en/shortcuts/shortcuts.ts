export const shortcuts = {
  title: 'Keyboard shortcuts',
  single: 'Single-letter keys',
  singleText: 'Switch them off if you press them by accident, or speak instead of typing.',
  everywhere: 'Everywhere',
  goTo: 'Go to',
  lists: 'Lists',
  decisions: 'Reviews',
  shopper: 'A shopper’s page',
  cases: 'Cases',
  documents: 'Program and settings',
  acts: {
    search: 'Search',
    list: 'Show this list',
    close: 'Close',
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open',
    select: 'Select',
    selectRange: 'Select up to here',
    publish: 'Publish',
    withhold: 'Withhold',
    reply: 'Reply',
    adjust: 'Adjust points',
    reward: 'Give a reward',
    assign: 'Assign',
    resolve: 'Resolve',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
  },
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    shortcuts: typeof shortcuts;
  }
}
