import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webhookType } from '@okaeri/shared/webhooks';
import type { Area } from './area.ts';
import { AREAS } from './areas.ts';

const areas: readonly Area[] = AREAS;
const OWNERS = new Map(
  areas.flatMap(({ name, events = [] }) => events.map((type) => [type, name] as const)),
);

test('Every type of webhook is among the events of exactly one area', () => {
  const owned = areas.flatMap(({ events = [] }) => events);
  expect(owned.toSorted()).toEqual(webhookType.options.toSorted());
});

test('An area emits no event that another area owns', () => {
  const foreign = globSync('**/*.ts', { cwd: import.meta.dirname })
    .filter((file) => !/\.test\.ts$|^testing\/|^areas\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
      return [...OWNERS].flatMap(([type, owner]) =>
        text.includes(`'${type}'`) && areaOf(file) !== owner ? [`${file}: ${type}`] : [],
      );
    });
  expect(foreign).toEqual([]);
});

/** The area whose folder a file is in; the longest name counts. */
function areaOf(file: string): string | undefined {
  return areas
    .map(({ name }) => name)
    .filter((name) => file.startsWith(`${name}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
