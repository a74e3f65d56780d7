import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, NodeBuilderFlags, type Checker } from 'typescript/unstable/sync';
import type { SourceFile, Statement } from 'typescript/unstable/ast';
import {
  isImportDeclaration,
  isTypeAliasDeclaration,
  isVariableStatement,
  isFunctionDeclaration,
} from 'typescript/unstable/ast/is';

const ENDING = '.d.ts';

const OPTIONS = {
  module: 'nodenext',
  target: 'es2024',
  lib: ['es2024', 'dom'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

/** A type that is said by way of a value, such as `z.infer<typeof order>` or `keyof typeof PROBLEMS`. */
const BY_VALUE = /\btypeof\b|\bz\./;

const AS_WRITTEN =
  NodeBuilderFlags.NoTruncation |
  NodeBuilderFlags.InTypeAlias |
  NodeBuilderFlags.MultilineObjectLiterals |
  NodeBuilderFlags.UseSingleQuotesForStringLiteralType;

/**
 * Declarations by the names of their modules, without the values they speak of: what a schema infers becomes
 * the type itself, and the schemas go. Whoever reads the types needs neither the values nor the library they are
 * made with.
 *
 * @param folder declarations as the compiler has written them
 * @param libraries where the libraries are that they import
 */
export const plainTypesOf = (folder: string, libraries: string): ReadonlyMap<string, string> => {
  symlinkSync(libraries, join(folder, 'node_modules'));
  const files = readdirSync(folder).filter((file) => file.endsWith(ENDING));
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ files, compilerOptions: OPTIONS }));
  const api = new API({ cwd: folder });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`${config} is no project.`);
    const { program, checker } = project;
    return new Map(
      files.map((file) => {
        const source = program.getSourceFile(join(folder, file));
        if (source === undefined) throw new Error(`There are no declarations in ${file}.`);
        return [file.slice(0, -ENDING.length), plain(source, checker)];
      }),
    );
  } finally {
    api.close();
  }
};

function plain(source: SourceFile, checker: Checker): string {
  const kept = source.statements.map((statement) => plainStatement(statement, source, checker));
  const body = kept.filter((text) => text !== '' && !IMPORTED.test(text)).join('\n');
  // What only a schema was made with is not imported any more.
  const imports = kept.filter((text) => namesOf(text).some((name) => body.match(`\\b${name}\\b`)));
  return `${[...imports, body].join('\n')}\n`;
}

const IMPORTED = /^import\b.*\{([^}]*)\}/s;

function namesOf(text: string): string[] {
  return (IMPORTED.exec(text)?.[1] ?? '').match(/\w+(?=\s*(?:,|$))/g) ?? [];
}

/** A statement as it stays, with the comment before it; nothing where it goes. */
function plainStatement(statement: Statement, source: SourceFile, checker: Checker): string {
  const text = source.text.slice(statement.pos, statement.end).trim();
  if (isVariableStatement(statement) || isFunctionDeclaration(statement)) return '';
  if (isImportDeclaration(statement)) return text.includes("'zod'") ? '' : text;
  if (!isTypeAliasDeclaration(statement) || !BY_VALUE.test(text)) return text;
  const symbol = checker.getSymbolAtLocation(statement.name);
  if (symbol === undefined) throw new Error(`${text} has no symbol.`);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const said = checker.typeToString(type, statement, AS_WRITTEN);
  const { name } = statement;
  return `${source.text.slice(statement.pos, name.end).trim()} = ${said};`;
}
