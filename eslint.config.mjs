import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { plugin } from './lint/plugin.ts';

const TESTS = ['**/*.spec.ts', '**/*.fixture.ts', 'test/**/*.ts'];

const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));

/** For TypeScript and for the plain JavaScript of the scripts. */
const everywhere = {
  // `== null` asks for null and undefined at once, which is what it is for.
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-implicit-coercion': 'error',
  'no-unused-vars': ['error', { ignoreRestSiblings: true }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'object-shorthand': 'error',
  'prefer-template': 'error',
  // What branches more often hides a table or a second function; what is longer can't be seen whole.
  complexity: ['error', { max: 12, variant: 'modified' }],
  'max-depth': ['error', 3],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'yichuang/explained-length': 'error',
};

/** What the strict set of typescript-eslint does not say as this code needs it, each with the reason. */
const typed = {
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  // An error that is expected by a comment hides the next one on its line.
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
  // Numbers and bigints print as they are; what must not get into a text is undefined and objects.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // `rows[0]!` after a statement that gives exactly one row is the honest spelling under noUncheckedIndexedAccess.
  '@typescript-eslint/no-non-null-assertion': 'off',
  // A module of Nest is an empty class under its decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // Decorators read the type of a field at run time, and a type that is inferred isn't there to be read.
  '@typescript-eslint/no-inferrable-types': ['error', { ignoreProperties: true }],
  // Entities, requests and answers are classes only for their decorators; they are made and spread as plain values.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // An empty text in the environment means that nothing was said.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  '@typescript-eslint/no-misused-spread': 'off',
  // What goes into the record has to be a `type`: an interface has no index signature, so it would not be Json.
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/consistent-indexed-object-style': 'off',
  // Keys that come from outside are written as such, `facts['state']`.
  '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
};

/** The names that Node gives to a script; for TypeScript the compiler knows them. */
const NODE_NAMES =
  'process console performance fetch Buffer URL AbortController setTimeout clearTimeout setInterval clearInterval';

const readonly = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

export default tseslint.config(
  // The types of the rule set are made from its schema, which is where they are reviewed.
  { ignores: ['dist/', '.yichuang/', 'coverage/', 'src/rules/rule-set.types.ts'] },
  {
    // A rule that does not fit is changed here, with its reason, and never switched off in passing.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { yichuang: plugin },
  },
  js.configs.recommended,
  { rules: everywhere },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: readonly(NODE_NAMES) } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: readonly('__dirname') },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { ...typed, ...off('no-unused-vars') },
  },

  {
    files: ['{src,workflows,migrations}/**/*.ts'],
    ignores: [...TESTS, 'src/platform/clock/**'],
    rules: { 'yichuang/true-time-in-clock': 'error' },
  },
  {
    files: ['{src,workflows,migrations,demo,bench}/**/*.ts'],
    ignores: [...TESTS, 'src/platform/config/**'],
    rules: { 'yichuang/environment-in-settings': 'error' },
  },
  {
    files: ['{src,workflows,demo}/**/*.ts'],
    ignores: [
      ...TESTS,
      '**/*.{entity,repository,query}.ts',
      'src/platform/{database,relay,record}/**',
      // Verify reads the record as its owner does, past every context.
      'src/verify/**',
      'src/migrate.ts',
      'src/registers/calendar/seed-calendar.ts',
    ],
    rules: { 'yichuang/database-in-its-files': 'error' },
  },
  {
    files: ['{src,workflows,migrations,bench}/**/*.ts'],
    // Columns and tables are no parameters: within-reach.ts gets their names from the queries, which are checked, and
    // log.invariants.ts from the list beside its query. transaction.ts joins calls of functions that repositories name.
    ignores: [
      ...TESTS,
      'src/platform/database/{within-reach,transaction}.ts',
      'src/verify/log.invariants.ts',
    ],
    rules: { 'yichuang/constant-sql': 'error' },
  },
  {
    files: ['{src,workflows}/**/*.ts'],
    // Wiring says what it is by its decorators, and a route by its documentation.
    ignores: [...TESTS, '**/*.{module,controller}.ts'],
    rules: { 'yichuang/documented-exports': 'error' },
  },
  {
    files: ['**/*.controller.ts'],
    rules: { 'yichuang/declared-routes': 'error' },
  },
  {
    // The validator's own lengths leave out variation selectors, which Postgres counts: what they let through ends at a CHECK.
    files: ['**/*.{dto,controller}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'class-validator',
              importNames: ['Length', 'MinLength', 'MaxLength', 'IsString', 'IsNotEmpty'],
              message:
                'A text is a Line, a Text or so many Characters: platform/http/text.decorator.',
            },
            {
              name: 'class-validator',
              importNames: ['IsOptional'],
              message: 'It takes null, too; use platform/http/optional.decorator.',
            },
          ],
        },
      ],
    },
  },
  // A migration is one list of statements, read from top to bottom once.
  { files: ['migrations/**/*.ts'], rules: off('max-lines-per-function') },
  {
    files: TESTS,
    rules: off(
      // A describe() holds all the cases of its subject.
      'max-lines-per-function',
      // Jest's matchers (expect.any, toThrow of a table) are typed any.
      '@typescript-eslint/no-unsafe-argument',
      '@typescript-eslint/no-unsafe-assignment',
      '@typescript-eslint/no-unsafe-return',
      '@typescript-eslint/no-unsafe-member-access',
    ),
  },
  {
    // They look at answers as any client would, without the types of the service.
    files: ['{test,demo,bench}/**/*.ts'],
    rules: off(
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-unsafe-argument',
      '@typescript-eslint/no-unsafe-assignment',
      '@typescript-eslint/no-unsafe-call',
      '@typescript-eslint/no-unsafe-member-access',
      '@typescript-eslint/no-unsafe-return',
    ),
  },
  // The kinds of node of a syntax tree read best as the texts that they are.
  { files: ['lint/*.ts'], rules: off('@typescript-eslint/no-unsafe-enum-comparison') },
);
