import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import ts from 'typescript';

const root = join(__dirname, '../..');

/** The files of the service whose paths match, such as `src/**\/*.controller.ts`, in order. */
export function sources(pattern: string): string[] {
  const found = globSync(pattern, { cwd: root }).map((path) => path.replaceAll(sep, '/'));
  if (found.length === 0) throw new Error(`no file matches ${pattern}`);
  return found.sort();
}

/** What a file exports, by name. Loading it runs what it declares: refusals, wordings and tables check themselves. */
export function exportsOf(path: string): Readonly<Record<string, unknown>> {
  return jest.requireActual<Record<string, unknown>>(join(root, path));
}

/** The classes of a file, as written. */
export function classesIn(path: string): ts.ClassDeclaration[] {
  const text = readFileSync(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return file.statements.filter(ts.isClassDeclaration);
}

/** A decorator as written: its name and its arguments. */
export interface Decoration {
  readonly name: string;
  readonly args: readonly ts.Expression[];
}

/** The decorators of a class or of a member of it. */
export function decorationsOf(node: ts.HasDecorators): Decoration[] {
  return (ts.getDecorators(node) ?? []).map(({ expression }) =>
    ts.isCallExpression(expression)
      ? { name: expression.expression.getText(), args: expression.arguments }
      : { name: expression.getText(), args: [] },
  );
}

/** The text of an argument that is a plain string, or empty when there is none. */
export function textOf(argument: ts.Expression | undefined): string {
  return argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : '';
}
