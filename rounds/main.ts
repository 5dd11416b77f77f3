import { RulesRefused } from '../src/rules';
import { check } from './check';
import { diff } from './diff';
import { printJson } from './print-json';
import { isFileMissing, tellFault, textOf } from './rules-file';
import { simulate } from './simulate';
import { readWanted } from './wanted-simulation';

const USAGE = `
npm run rounds -- check FILE...                        检查规则文件 checks rule sets
npm run rounds -- diff A B                             两份规则有何不同 what would change
npm run rounds -- simulate FILE --bids N --seed S      在内存中演一整轮 plays a whole round in memory
                           [--explain BID] [--json FILE]   说明某一申报、写出数据 explains a bid, writes data
npm run rounds -- json FILE                            转成提交系统用的格式 as the service takes it
`;

/** Rule sets from the command line: nothing is stored and no server is needed. */
function main([command, ...args]: readonly string[]): number {
  const print = (line: string) => console.log(line);
  if (command === 'check' && args.length > 0) return check(args, print) ? 0 : 1;
  if (command === 'diff' && args.length === 2) {
    diff(args[0]!, args[1]!, print);
    return 0;
  }
  if (command === 'json' && args.length === 1) {
    printJson(args[0]!, print);
    return 0;
  }
  const wanted = command === 'simulate' ? readWanted(args) : null;
  if (wanted !== null) return simulate(wanted, print) ? 0 : 1;
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (isFileMissing(error)) {
    console.error(`没有这个文件 no such file: ${error.path}`);
  } else {
    if (!(error instanceof RulesRefused)) throw error;
    console.error(`${textOf(error, 'zh-CN')} ${textOf(error, 'en')}`);
    for (const line of error.faults.flatMap(tellFault)) console.error(line);
  }
  process.exitCode = 1;
}
