import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ASTUtils } from '@typescript-eslint/utils';
import { makeRule } from './rule.ts';

/** Methods whose first argument is SQL. */
const TAKES_SQL =
  /^(query|(and|or)?[wW]here|(and|or)?[hH]aving|(add)?[sS]elect|(add)?[oO]rderBy|(add)?[gG]roupBy|(left|inner)Join(AndSelect)?)$/;

/** How a statement begins. SQL is written in capitals here, and no sentence is. */
const BEGINS_AS_SQL =
  /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|GRANT|REVOKE|CALL|DO|COMMENT|TRUNCATE|LOCK|MERGE|SET) /;

/** The driver's own quoting, for names, which can't be parameters. */
const QUOTES = /^escape(Identifier|Literal)$/;

const CONSTANT_NAME = /^[A-Z][A-Z0-9_]*$/;

/** Refuses SQL into which anything is put that is not a constant of the program. */
export const constantSql = makeRule({
  name: 'constant-sql',
  meta: {
    type: 'problem',
    docs: {
      description:
        'A value inside a statement is an injection waiting for its day; values go in as parameters ($1, :name), and only what the program itself fixed may stand in the text.',
    },
    messages: {
      interpolated: 'Pass it as a parameter, or make it a constant in CAPITALS: {{text}}',
    },
    schema: [],
  },
  create: ({ sourceCode, report }) => {
    const check = (sql: TSESTree.Node) => {
      for (const part of partsOf(sql)) {
        if (isConstant(part, sourceCode)) continue;
        report({
          node: part,
          messageId: 'interpolated',
          data: { text: sourceCode.getText(part) },
        });
      }
    };
    return {
      CallExpression({ callee, arguments: [sql] }) {
        if (sql !== undefined && TAKES_SQL.test(methodOf(callee)) && !beginsAsSql(sql)) check(sql);
      },
      'TemplateLiteral, BinaryExpression'(node: TSESTree.TemplateLiteral) {
        if (node.parent.type !== 'BinaryExpression' && beginsAsSql(node)) check(node);
      },
    };
  },
});

function methodOf(callee: TSESTree.Expression): string {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return '';
  return callee.property.name;
}

function beginsAsSql(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'TemplateLiteral':
      return BEGINS_AS_SQL.test(`${node.quasis[0]!.value.raw} `);
    case 'BinaryExpression':
      return beginsAsSql(node.left);
    case 'Literal':
      return typeof node.value === 'string' && BEGINS_AS_SQL.test(`${node.value} `);
    default:
      return false;
  }
}

/** What is put into a text, by a template or by a plus sign; a text handed on under a name was checked where it was made. */
function partsOf(sql: TSESTree.Node): readonly TSESTree.Node[] {
  if (sql.type === 'TemplateLiteral') return sql.expressions;
  if (sql.type === 'BinaryExpression') return operandsOf(sql);
  return [];
}

function operandsOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  if (node.type !== 'BinaryExpression') return [node];
  return [...operandsOf(node.left), ...operandsOf(node.right)];
}

/** Whether only the program's own text decides what this is: literals, choices among them, and constants. */
function isConstant(node: TSESTree.Node, code: Readonly<TSESLint.SourceCode>): boolean {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every((part) => isConstant(part, code));
    case 'ConditionalExpression':
      return isConstant(node.consequent, code) && isConstant(node.alternate, code);
    case 'TSAsExpression':
      return isConstant(node.expression, code);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isConstant(element, code));
    case 'MemberExpression':
      return node.object.type === 'Identifier' && isConstant(node.object, code);
    case 'Identifier':
      return isConstantName(node, code);
    case 'CallExpression':
      return node.callee.type === 'Identifier' && QUOTES.test(node.callee.name);
    default:
      return false;
  }
}

function isConstantName(node: TSESTree.Identifier, code: Readonly<TSESLint.SourceCode>): boolean {
  const found = ASTUtils.findVariable(code.getScope(node), node);
  const definition = found?.defs[0];
  if (definition?.type === 'ImportBinding') return CONSTANT_NAME.test(node.name);
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return false;
  if (found?.scope.type === 'module' && CONSTANT_NAME.test(node.name)) return true;
  const source = sourceOf(definition.node);
  return source !== null && isConstant(source, code);
}

/** What a constant is made from: its own value, or the list that a loop walks. */
function sourceOf({ id, init, parent }: TSESTree.VariableDeclarator): TSESTree.Node | null {
  if (id.type !== 'Identifier') return null;
  const loop = parent.parent;
  return loop.type === 'ForOfStatement' && loop.left === parent ? loop.right : init;
}
