import type { Compiled } from './compile.ts';

/** What a package takes from `shared` stands in it under this name. */
const SHARED = 'shared';

const IMPORT =
  /(?<=\bfrom |\bimport |\bimport\()(['"])(@okaeri\/shared\/|\.\/)([\w-]+)(?:\.[tj]s)?\1/g;

/**
 * The modules of a package by their paths in it, with their declarations, and beside them, under `shared/`, those
 * of `shared` that they import: of those that are types to it, the types alone. So nothing of this repository
 * has to be installed with it.
 */
export const modulesOf = (name: string, { of, shared }: Compiled): ReadonlyMap<string, string> => {
  const own = of(name);
  const code = follow('.js', own.code, shared.code);
  const sharedTypes = new Map(
    [...shared.types].map(([module, text]) => [
      module,
      code.has(`${SHARED}/${module}.js`) ? text : (shared.plainTypes.get(module) ?? text),
    ]),
  );
  return new Map([...code, ...follow('.d.ts', own.types, sharedTypes)]);
};

/** All of these modules, and those of `shared` that they lead to, as they are addressed within a package. */
function follow(
  ending: '.js' | '.d.ts',
  own: ReadonlyMap<string, string>,
  shared: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  const add = (module: string, isShared: boolean): void => {
    const path = `${isShared ? `${SHARED}/` : ''}${module}${ending}`;
    if (found.has(path)) return;
    // It is known before what it imports, which may import it.
    found.set(path, '');
    const text = (isShared ? shared : own).get(module);
    if (text === undefined) throw new Error(`There is no module ${path}.`);
    const placed = text.replace(IMPORT, (_all, quote: string, at: string, to: string) => {
      const leads = isShared || at !== './';
      add(to, leads);
      return `${quote}./${leads && !isShared ? `${SHARED}/` : ''}${to}.js${quote}`;
    });
    found.set(path, placed);
  };
  for (const module of own.keys()) add(module, false);
  return found;
}
