import { documentedExports } from './documented-exports.ts';
import { prove } from './prove.ts';

prove('documented-exports', documentedExports, {
  passes: {
    'a documented function': '/** Adds. */ export function add() {}',
    'a documented class with decorators': '/** Adds. */\n@Injectable()\nexport class Add {}',
    'a documented arrow function': '/** Adds. */ export const add = () => 1;',
    'a documented function exported below': '/** Adds. */ function add() {} export { add };',
    'what stays in the file': 'function add() {} class Add {}',
    'a constant, whose type says what it is': 'export const MAX = 3;',
    'a type': 'export interface Sum { a: number }',
    'shapes of requests and answers':
      'export class AddRequest {} export class SumView {} export class SumPage {}',
    'overloads of which the first is documented':
      '/** Adds. */ export function add(a: 1): 1; export function add(a: 2): 2; export function add(a: number) { return a; }',
    'what another file exports': `export { add } from './add';`,
  },
  refuses: {
    'a function without a word': ['export function add() {}', 1],
    'a class without a word': ['@Injectable() export class Add {}', 1],
    'an arrow function without a word': ['export const add = () => 1;', 1],
    'a default export without a word': ['export default function add() {}', 1],
    'a function exported below without a word': ['function add() {} export { add };', 1],
    'a comment that is no docstring': ['// Adds.\nexport function add() {}', 1],
    'a docstring that says nothing': ['/**\n *\n */\nexport function add() {}', 1],
    'a docstring that belongs to the import before': [
      `/** Why. */\nimport { a } from './a';\nexport function add() {}`,
      1,
    ],
  },
});
