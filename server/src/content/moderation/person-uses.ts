import type { PersonUse } from '../../area.ts';

/** What becomes of the votes of a person, on words of any kind. */
export const PERSON_OF_VOTES: PersonUse = {
  list: { skipped: 'It says nothing beside the word it is about.' },
  move: 'done',
  erase: { skipped: 'It names nobody: an id of ours and a time.' },
};

/** What becomes of their reports. */
export const PERSON_OF_REPORTS: PersonUse = { list: 'done', move: 'done', erase: 'done' };
