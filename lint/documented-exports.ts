import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { makeRule } from './rule.ts';

/** Shapes of requests and answers: their fields are documented one by one, for OpenAPI. */
const SHAPE = /(Request|View|Page)$/;

type Declared =
  TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction | TSESTree.ClassDeclaration;

/** Asks every exported function and class for a docstring. */
export const documentedExports = makeRule({
  name: 'documented-exports',
  meta: {
    type: 'suggestion',
    docs: {
      description:
        'Who calls a thing from another file should learn what it means, in which units and with which refusals, without reading its body.',
    },
    messages: { undocumented: 'Say in a /** docstring */ what {{name}} means to its callers.' },
    schema: [],
  },
  create: ({ sourceCode, report }) => {
    const check = (outer: TSESTree.Node, name: string) => {
      if (SHAPE.test(name) || hasDocstring(sourceCode, outer)) return;
      report({ node: outer, messageId: 'undocumented', data: { name } });
    };
    return {
      Program({ body }) {
        const exportedByName = namesExported(body);
        const seen = new Set<string>();
        for (const statement of body) {
          const isExport = /^Export(Named|Default)Declaration$/.test(statement.type);
          const declaration = declarationOf(statement);
          for (const name of declaration === null ? [] : namesOf(declaration)) {
            // Of overloads the first one carries the docstring.
            if (seen.has(name) || !(isExport || exportedByName.has(name))) continue;
            seen.add(name);
            check(statement, name);
          }
        }
      },
    };
  },
});

function declarationOf(statement: TSESTree.ProgramStatement): TSESTree.Node | null {
  const isExport =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return isExport ? statement.declaration : statement;
}

/** The functions and classes that a statement declares; other constants explain themselves by their type. */
function namesOf(declaration: TSESTree.Node): string[] {
  if (isFunctionOrClass(declaration)) return [declaration.id?.name ?? 'the default export'];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init !== null && isFunctionValue(init) ? [id.name] : [],
  );
}

function isFunctionOrClass(node: TSESTree.Node): node is Declared {
  return ['FunctionDeclaration', 'TSDeclareFunction', 'ClassDeclaration'].includes(node.type);
}

function isFunctionValue({ type }: TSESTree.Expression): boolean {
  return ['ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression'].includes(type);
}

/** What `export { ... }` lets out of what the file declared before. */
function namesExported(body: readonly TSESTree.ProgramStatement[]): Set<string> {
  const names = body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.source === null
      ? statement.specifiers.map(({ local }) => local.name)
      : [],
  );
  return new Set(names);
}

/** A docstring stands before everything that belongs to the thing, its decorators included. */
function hasDocstring(code: Readonly<TSESLint.SourceCode>, statement: TSESTree.Node): boolean {
  const declaration = declarationOf(statement as TSESTree.ProgramStatement);
  const decorators = declaration?.type === 'ClassDeclaration' ? declaration.decorators : [];
  const [first] = [statement, ...decorators].sort((a, b) => a.range[0] - b.range[0]);
  const comment = code.getCommentsBefore(first!).at(-1);
  return comment?.type === 'Block' && /^\*[\s*]*[^\s*]/.test(comment.value);
}
