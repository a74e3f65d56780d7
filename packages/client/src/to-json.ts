/**
 * Plain values as JSON. `JSON.stringify` first asks every array and object for a `toJSON` of its own, and old libraries give
 * one to all of them that makes text of arrays: here each is taken as it stands in what it belongs to.
 */
export const toJson = (value: unknown, space?: number): string =>
  JSON.stringify(
    value,
    function (this: Readonly<Record<string, unknown>>, name) {
      return this[name];
    },
    space,
  );
