import { expect, it } from 'vitest';
import { isImport, newImportId, undoneId } from './adjustment-rules.ts';

it('the id of a new file of members is known for one', () => {
  expect(isImport(newImportId())).toBe(true);
});

it('two files of members never share an id', () => {
  expect(newImportId()).not.toBe(newImportId());
});

it.each([
  ['bim_', true],
  ['bim_1', true],
  ['bim', false],
  ['BIM_1', false],
  ['1bim_1', false],
  ['', false],
])('that the batch %j is a file of members is %s', (id, is) => {
  expect(isImport(id)).toBe(is);
});

it('what answers an adjustment has its id and a tilde, so that each is undone once', () => {
  expect(undoneId('adj_1')).toBe('adj_1~');
});
