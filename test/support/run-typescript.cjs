// Lets a child process of a test run the sources as they are: node --require <this file> <file>.ts
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) =>
  module._compile(
    transformFileSync(filename, { swcrc: true, sourceMaps: 'inline' }).code,
    filename,
  );
