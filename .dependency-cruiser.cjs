/** The way of a project. A stage may call an earlier one by its door, never a later one. */
const STAGES = [
  'needs',
  'rounds',
  'bids',
  'reviews',
  'awards',
  'contracts',
  'monitoring',
  'evaluations',
  'payments',
];

const TESTS = '\\.(spec|fixture)\\.ts$';
/** What stands in src/ itself starts a process, but for the list of modules and the preparing of a database. */
const PROCESSES = '^src/(?!(app\\.module|migrate)\\.ts$)[^/]+\\.ts$';
const MODULES = 'registers|stages|channels';

/** A layer that may import nothing but what is listed. */
const only = (name, comment, path, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path, pathNot: TESTS },
  to: { pathNot: allowed },
});

/** Something that the files of `from` must not import. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const npm = (...names) => `^node_modules/(${names.join('|').replaceAll('.', '\\.')})/`;

const layers = [
  only(
    'kernel-is-pure',
    'What all share must run anywhere, also inside a workflow: no clock, no input or output, nothing of ours above it.',
    '^src/kernel/',
    '^src/kernel/',
    npm('fraction.js', 'uuid'),
  ),
  only(
    'rules-are-pure',
    'A rule that reads nothing but what it is given can be proved by cases and run again years later with the same outcome.',
    '^src/rules/',
    '^src/(rules|kernel)/',
    npm('ajv', 'ajv-formats', 'yaml'),
  ),
  only(
    'access-is-a-table',
    'Who may do what is data: the guard, the documentation and the tests read it without starting anything.',
    '^src/access/',
    '^src/(access|kernel)/',
  ),
  never(
    'platform-knows-no-module',
    'Technology outlives what runs on it; modules hand in their entities, activities and identities at start-up.',
    { path: '^src/platform/' },
    { path: `^src/(${MODULES})/` },
  ),
  never(
    'registers-know-no-stage',
    'What several stages write can depend on none of them, or every stage would depend on all.',
    { path: '^src/registers/' },
    { path: '^src/(stages|channels)/' },
  ),
  never(
    'stages-know-no-channel',
    'A way out reads what happened; the act must not depend on who hears of it.',
    { path: '^src/stages/' },
    { path: '^src/channels/' },
  ),
  ...STAGES.map((stage, i) =>
    never(
      `${stage}-knows-no-later-stage`,
      'Where the domain runs backwards, the later stage writes a register or emits an event: so each stage can be read, tested and changed with only what came before in mind.',
      { path: `^src/stages/${stage}/` },
      { path: `^src/stages/(${STAGES.slice(i + 1).join('|') || 'none'})/` },
    ),
  ),
  never(
    'stages-have-an-order',
    'A stage that is missing in the list above would escape the order of stages.',
    {},
    { path: '^src/stages/', pathNot: `^src/stages/(${STAGES.join('|')})/` },
  ),
];

const doors = [
  never(
    'modules-by-their-door',
    'What a module does not show in its index.ts it may change without asking anybody.',
    { path: `^src/(?:${MODULES})/([^/]+)/` },
    {
      path: `^src/(${MODULES})/[^/]+/.`,
      pathNot: [`^src/(${MODULES})/$1/`, `^src/(${MODULES})/[^/]+/index\\.ts$`],
    },
  ),
  never(
    'application-by-the-doors',
    'The processes and the list of modules are users of a module like any other.',
    { path: `^src/(?!(${MODULES})/)` },
    { path: `^src/(${MODULES})/[^/]+/.`, pathNot: `^src/(${MODULES})/[^/]+/index\\.ts$` },
  ),
  never(
    'controllers-reach-no-repository',
    'A repository locks and writes; a controller that had one could act past access, states and the record. Reads come from *.query.ts.',
    { path: '\\.controller\\.ts$' },
    { path: '\\.repository\\.ts$' },
  ),
  never(
    'no-repository-through-the-door',
    'A module that held another one’s repository could write past its use cases.',
    { path: '/index\\.ts$' },
    { path: '\\.repository\\.ts$' },
  ),
  never(
    'use-cases-know-no-edge',
    'An act is the same from HTTP, from an activity and from the command line; only controllers know the shapes of requests.',
    { path: '^src/', pathNot: '(\\.(controller|dto|module|query)|/index)\\.ts$' },
    { path: '\\.(controller|dto)\\.ts$' },
  ),
  never(
    'processes-are-roots',
    'What starts a process runs when it is imported.',
    {},
    { path: PROCESSES },
  ),
];

const DOMAIN = '\\.(transitions|refusals|wordings|rules)\\.ts$';

const domain = [
  only(
    'domain-of-a-module-is-pure',
    'States, refusals, wordings and rules are what a lawyer would check: they read without knowing Nest or the database.',
    `^src/(?:platform|${MODULES})/([^/]+)/.*${DOMAIN}`,
    '^src/(kernel|rules|access)/',
    `^src/(platform|${MODULES})/$1/.*${DOMAIN}`,
  ),
];

const workflows = [
  never(
    'workflows-are-deterministic',
    'A workflow is replayed: whatever it imports becomes part of a bundle that has to give the same answers for as long as a project lives.',
    { path: '^workflows/', pathNot: TESTS },
    {
      pathNot: [
        '^workflows/',
        '^src/kernel/',
        '^src/.+\\.activities\\.ts$',
        npm('@temporalio/workflow', '@temporalio/common'),
      ],
    },
  ),
  never(
    'workflows-know-activities-by-type',
    'An activity imported as a value would drag Nest, the database and the network into the workflow bundle.',
    { path: '^workflows/' },
    { path: '\\.activities\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  never(
    'only-the-bundle-imports-workflows',
    'Workflow code runs in Temporal’s sandbox and is loaded there by its bundle; elsewhere it is known by name.',
    { path: '^(src|migrations|demo|bench)/' },
    { path: '^workflows/' },
  ),
];

const outside = [
  only(
    'migrations-stand-alone',
    'A migration must do in ten years what it did on its day, so it imports nothing that changes.',
    '^migrations/',
    npm('typeorm'),
  ),
  never(
    'demo-speaks-rest',
    'The demonstration shows what any client can do; what it took from inside would prove nothing.',
    { path: '^demo/' },
    { path: '^(src|workflows|migrations)/', pathNot: '^src/kernel/' },
  ),
  never(
    'bench-measures-from-outside',
    'A figure is worth something when it was taken through the service; the bench may only start the service and its servers. What an engine can do by itself is measured on the engine.',
    { path: '^bench/', pathNot: '^bench/rank-allocate-run\\.ts$' },
    { path: '^(src|workflows|migrations)/', pathNot: '^src/(platform|kernel|service)/' },
  ),
  never(
    'service-needs-no-development-tool',
    'What is installed for development alone is missing where the service runs.',
    { path: '^(src|workflows|migrations)/', pathNot: TESTS },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  never(
    'tests-are-imported-by-tests',
    'Helpers of tests take shortcuts that the service must not take.',
    { path: '^(src|workflows|migrations|demo)/', pathNot: TESTS },
    { path: `^test/|${TESTS}` },
  ),
];

const always = [
  never(
    'no-cycles',
    'Two files that import each other, also by types alone, are one file in two places.',
    {},
    { circular: true },
  ),
  never(
    'no-orphans',
    'A file that imports nothing and that nobody imports is forgotten.',
    {
      orphan: true,
      pathNot: ['^[^/]+\\.(cjs|mjs)$', PROCESSES],
    },
    {},
  ),
  never(
    'everything-resolves',
    'An import that leads nowhere fails at run time, and a package that package.json does not list may be gone tomorrow.',
    {},
    { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...doors, ...domain, ...workflows, ...outside, ...always],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are dependencies too: who imports a type reads the other file.
    tsPreCompilationDeps: true,
    // lint/ has a package.json of its own, for its kind of module alone.
    combinedDependencies: true,
    exclude: { path: '^(dist|coverage|\\.yichuang)/' },
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      // Some packages are ESM alone.
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
