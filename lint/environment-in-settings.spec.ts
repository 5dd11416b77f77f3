import { environmentInSettings } from './environment-in-settings.ts';
import { prove } from './prove.ts';

prove('environment-in-settings', environmentInSettings, {
  passes: {
    'settings handed in': 'const url = settings.DATABASE_URL;',
    'other parts of the process': 'process.exit(1);',
    'the env of another thing': 'start({ env: child.env });',
  },
  refuses: {
    'one variable': ['const url = process.env.DATABASE_URL;', 1],
    'the environment as a whole': ['fork(path, { env: { ...process.env } });', 1],
    'the environment by a computed name': [`const { PATH } = process['env'];`, 1],
    'the environment taken out of process': ['const { env } = process;', 1],
    'the environment imported': [`import { env } from 'node:process';`, 1],
  },
});
