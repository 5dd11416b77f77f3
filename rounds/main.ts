import { RulesRefused } from '../src/rules';
import { check } from './check';
import { diff } from './diff';
import { tellFault, textOf } from './rules-file';

const USAGE = `
npm run rounds -- check FILE...                        检查规则文件 checks rule sets
npm run rounds -- diff A B                             两份规则有何不同 what would change
`;

/** Rule sets from the command line: nothing is stored and no server is needed. */
function main([command, ...args]: readonly string[]): number {
  const print = (line: string) => console.log(line);
  if (command === 'check' && args.length > 0) return check(args, print) ? 0 : 1;
  if (command === 'diff' && args.length === 2) {
    diff(args[0]!, args[1]!, print);
    return 0;
  }
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof RulesRefused)) throw error;
  console.error(`${textOf(error, 'zh-CN')} ${textOf(error, 'en')}`);
  for (const line of error.faults.flatMap(tellFault)) console.error(line);
  process.exitCode = 1;
}
