import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A usual change, as `change-templates/<name>/change.json` describes it. */
export interface Change {
  /** Where its own files lie; beside it stand those files, each with `.txt` behind its name. */
  readonly own: readonly string[];
  readonly copies?: readonly { readonly from: string; readonly to: string }[];
  readonly edits: readonly Edit[];
  /** What is said in each language: not counted, as no change can do without. */
  readonly words?: readonly Edit[];
  /** Commands that write files, and where they run. */
  readonly generated?: readonly { readonly command: string; readonly folder: string }[];
  /** Which files outside its own it may touch. */
  readonly outside: readonly string[];
  readonly projects: readonly string[];
  readonly tests: readonly string[];
}

/** Text put in at one place of a file, or of each file that a pattern finds. */
interface Edit {
  readonly files: string;
  readonly before?: string;
  readonly after?: string;
  readonly insert: string;
}

/** Makes a change in a tree, and says which files it touched. */
export function applyChange(tree: string, template: string, change: Change): readonly string[] {
  const own = globSync('**/*.txt', { cwd: template }).map((file) => {
    const target = file.replace(/\.txt$/, '');
    mkdirSync(dirname(join(tree, target)), { recursive: true });
    cpSync(join(template, file), join(tree, target));
    return target;
  });
  const copied = (change.copies ?? []).map(({ from, to }) => {
    cpSync(join(tree, from), join(tree, to), { recursive: true });
    return to;
  });
  const edited = [...change.edits, ...(change.words ?? [])].flatMap((edit) => makeEdit(tree, edit));
  return [...new Set([...own, ...copied, ...edited])];
}

/** Which of the touched files are not its own, and which of these hold words. */
export function touchedOutside(
  touched: readonly string[],
  { own, words = [] }: Change,
): { outside: string[]; words: string[] } {
  const others = touched.filter((file) => !own.some((folder) => file.startsWith(folder)));
  const ofWords = new Set(
    words.flatMap(({ files }) => others.filter((file) => matches(files, file))),
  );
  return { outside: others.filter((file) => !ofWords.has(file)), words: [...ofWords] };
}

function makeEdit(tree: string, { files, before, after, insert }: Edit): string[] {
  const found = globSync(files, { cwd: tree });
  if (found.length === 0) throw new Error(`There is no ${files}.`);
  for (const file of found) {
    const text = readFileSync(join(tree, file), 'utf8');
    const anchor = before ?? after ?? '';
    const place = text.indexOf(anchor);
    if (anchor === '' || place < 0) throw new Error(`${file} has no ${JSON.stringify(anchor)}.`);
    const at = before === undefined ? place + anchor.length : place;
    writeFileSync(join(tree, file), text.slice(0, at) + insert + text.slice(at));
  }
  return found;
}

function matches(pattern: string, file: string): boolean {
  const [head = '', tail = ''] = pattern.split('*');
  return file.startsWith(head) && file.endsWith(tail);
}
