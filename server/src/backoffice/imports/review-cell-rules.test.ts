import { describe, expect, it } from 'vitest';
import { photosOf, starsOf } from './review-cell-rules.ts';

describe('stars in a cell', () => {
  it.each([
    ['5', 5],
    ['2', 2],
    ['1', 1],
    ['4.0', 4],
    ['4,000', 4],
    ['{"value": "4.0", "scale_min": "1.0", "scale_max": "5.0"}', 4],
    ['{"value": 8, "scale_max": 10}', 4],
    ['{"value": "7", "scale_max": "10"}', null],
    ['{"value": "4"}', null],
    ['{"scale_max": "5"}', null],
    ['4.5', null],
    ['0', null],
    ['6', null],
    ['', null],
    ['five', null],
    ['1e0', null],
    ['-1', null],
  ])('%s are %s', (text, stars) => {
    expect(starsOf(text)).toBe(stars);
  });
});

describe('photos in a cell', () => {
  const [a, b] = ['https://cdn.example/a.jpg', 'https://cdn.example/b.jpg?x=1,2'];
  it.each([
    ['', []],
    [a, [a]],
    [`${a},${b}`, [a, b]],
    [`${a} | ${b}`, [a, b]],
    [`["${a}","${b}"]`, [a, b]],
    ['http://cdn.example/a.jpg', [a]],
    ['//cdn.example/a.jpg', [a]],
  ])('%s', (cell, urls) => {
    expect(photosOf(cell)).toEqual({ urls, wrong: [] });
  });

  it('leave out what is no address of the web, and name it', () => {
    const wrong = ['javascript:alert(1)', 'a.jpg', 'https://me:secret@cdn.example/a.jpg'];
    expect(photosOf([a, ...wrong].join('\n'))).toEqual({ urls: [a], wrong });
  });
});
