import { describe, expect, it } from 'vitest';
import { crossings } from './area-graph.ts';

const ORDER = ['platform/store', 'loyalty/orders/rules', 'loyalty/orders', 'content/reviews'];

const found = (file: string, text: string): string[] => crossings(new Map([[file, text]]), ORDER);

describe('the order of areas', () => {
  it.each([
    ['an area below', "import { a } from '../../platform/store/store.ts';"],
    ['its own area', "import { a } from './save-order.ts';"],
    ['a room below it within the area', "import { a } from './rules/queries.ts';"],
    ['what a verb is given', "import type { Deps } from '../../deps.ts';"],
    ['a package', "import { z } from 'zod';"],
  ])('lets an area import %s', (_what, text) => {
    expect(found('loyalty/orders/put-order.ts', text)).toEqual([]);
  });

  it.each([
    ['an area above', "import { a } from '../../content/reviews/plan-request.ts';"],
    ['a type of an area above', "import type { A } from '../../content/reviews/settings.ts';"],
    ['an area above on demand', "await import('../../content/reviews/settings.ts')"],
    ['a worker of an area above', "new URL('../../content/reviews/worker.ts', import.meta.url)"],
    ['what puts areas together', "import { createApp } from '../../app.ts';"],
    ['what lies in no area', "import { a } from '../../elsewhere/a.ts';"],
  ])('finds an area that imports %s', (_what, text) => {
    expect(found('loyalty/orders/put-order.ts', text)).toHaveLength(1);
  });

  it('finds a room that imports the area around it, which stands above it', () => {
    const text = "import { a } from '../put-order.ts';";
    expect(found('loyalty/orders/rules/order-rules.ts', text)).toHaveLength(1);
  });

  it('finds a file that lies in no area', () => {
    expect(found('surveys/routes.ts', '')).toEqual([
      'surveys/routes.ts lies in no area of areas.ts',
    ]);
  });
});
