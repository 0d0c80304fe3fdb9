import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** `#core/quantities/range.ts` from core/measures → `../quantities/range.js`, which every resolver follows. */
export const relativeSpecifiers = (declaration: string, path: string): string =>
  declaration.replace(/(["'])(#core\/|\.{1,2}\/)([^"']+)\.ts\1/g, (_, quote: string, root: string, rest: string) => {
    const target =
      root === '#core/' ? relative(dirname(path), join('core', rest)).split(sep).join('/') : `${root}${rest}`;
    return `${quote}${target.startsWith('.') ? target : `./${target}`}.js${quote}`;
  });

/** Declarations of an entry and of all that it imports, in the tree of the sources. Throws where they do not compile. */
export const writeTypes = (entry: string, folder: string): void => {
  const { config, error } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram([entry], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: folder,
    rootDir: '.',
  });
  const { diagnostics } = program.emit(undefined, (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, relativeSpecifiers(text, relative(folder, path)));
  });
  if (diagnostics.length > 0)
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (path) => path,
        getCurrentDirectory: () => '.',
        getNewLine: () => '\n',
      }),
    );
};
