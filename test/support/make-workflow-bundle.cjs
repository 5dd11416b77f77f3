// Makes the workflow bundle from a folder of sources as the build does: the compiler with the same settings, then the same
// script. The types of activities are not in the folder, so types are not checked here; the build does.
//   node test/support/make-workflow-bundle.cjs <folder>
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const ts = require('typescript');

const folder = resolve(process.argv[2]);
const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(
  { ...config, include: [] },
  ts.sys,
  process.cwd(),
);

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts')) continue;
  const fileName = join(folder, name);
  const { outputText } = ts.transpileModule(readFileSync(fileName, 'utf8'), {
    fileName,
    compilerOptions: { ...options, sourceMap: false },
  });
  writeFileSync(fileName.replace(/ts$/, 'js'), outputText);
}
require(join(folder, 'src/bundle.js'));
