import { join } from 'node:path';
import { ROOT } from './docs/read-docs.ts';
import { compilePackages } from './pack/compile.ts';
import { PACKAGE_NAMES, writePackage } from './pack/write-package.ts';

/*
 * The packages of this repository as npm takes them: `dist/packages/` then has each as a folder and as a tarball. In
 * the repository itself everybody imports their sources.
 */

const compiled = compilePackages(PACKAGE_NAMES);
for (const name of PACKAGE_NAMES)
  console.log(writePackage(name, compiled, join(ROOT, 'dist/packages')));
