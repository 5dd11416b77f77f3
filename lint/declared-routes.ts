import type { TSESTree } from '@typescript-eslint/utils';
import { makeRule } from './rule.ts';

/** The decorators of Nest that make a method answer requests. */
const VERBS = new Set(
  'Get Post Put Patch Delete Head Options All Search Sse Propfind Proppatch Mkcol Copy Move Lock Unlock'.split(
    ' ',
  ),
);

/** What every route names exactly once: its row of the access table, and what the documentation says of it. */
const DECLARATIONS = ['Allow', 'Documented'];

function nameOf({ expression }: TSESTree.Decorator): string {
  const called = expression.type === 'CallExpression' ? expression.callee : expression;
  return called.type === 'Identifier' ? called.name : '';
}

/** Asks every route for exactly one `@Allow(...)` and one `@Documented(...)`. */
export const declaredRoutes = makeRule({
  name: 'declared-routes',
  meta: {
    type: 'problem',
    docs: {
      description:
        'A route without its row of the access table refuses to start, and with two of them the last one silently wins; the mistake should show while it is made.',
    },
    messages: {
      count: 'A route has exactly one @{{declaration}}(...); here are {{count}}.',
      noRoute: '@{{declaration}}(...) stands on a method that is no route.',
    },
    schema: [],
  },
  create: ({ report }) => ({
    MethodDefinition(node) {
      const names = node.decorators.map(nameOf);
      const isRoute = names.some((name) => VERBS.has(name));
      for (const declaration of DECLARATIONS) {
        const count = names.filter((name) => name === declaration).length;
        if (isRoute && count !== 1) {
          report({ node: node.key, messageId: 'count', data: { declaration, count } });
        } else if (!isRoute && count > 0) {
          report({ node: node.key, messageId: 'noRoute', data: { declaration } });
        }
      }
    },
  }),
});
