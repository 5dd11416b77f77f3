// Nest 12 and some others ship ESM only: they go through the same transform, the rest of node_modules is left alone.
const esmOnly = [
  ...['@nestjs', 'uuid', 'stdnum', 'p-limit'],
  ...['file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit'],
].join('|');

module.exports = {
  forceExit: Boolean(process.env.CI),
  // Jest would leave a core of two to itself; ours are small machines, and half of the work is Postgres'.
  maxWorkers: 2,
  testEnvironment: 'node',
  roots: [
    '<rootDir>/src',
    '<rootDir>/workflows',
    '<rootDir>/test',
    '<rootDir>/demo',
    '<rootDir>/rounds',
    '<rootDir>/lint',
  ].filter((root) => require('node:fs').existsSync(root.replace('<rootDir>', __dirname))),
  testMatch: ['**/*.spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 60_000,
  transform: { '^.+\\.(ts|js|mjs)$': '@swc/jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
};
