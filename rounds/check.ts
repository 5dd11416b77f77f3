import { basename } from 'node:path';
import { pad, padLeft } from '../demo/layout';
import { adviceOn } from '../src/rules';
import { checkFile, readRuleSetFile, tellFault, type CheckedFile } from './rules-file';

/**
 * Checks files and prints for each rule set the share of its rules that the system keeps by itself, that persons keep, and what is
 * refused. @returns whether nothing is refused
 */
export function check(paths: readonly string[], print: (line: string) => void): boolean {
  print(
    `${pad('规则文件 file', 42)} ${padLeft('规则 rules', 10)} ${padLeft('自动 automatic', 16)} ${padLeft('由人 by person', 16)} ${padLeft('退回 refused', 12)}`,
  );
  const checked = paths.map((path) => {
    const file = checkFile(path);
    printOne(file, print);
    return file;
  });
  printSum(checked, print);
  if (paths.length === 1) printAdvice(paths[0]!, checked[0]!, print);
  return checked.every(({ faults }) => faults.length === 0);
}

function printOne(file: CheckedFile, print: (line: string) => void): void {
  const { path, kind, rules, facts, faults } = file;
  const name = pad(basename(path), 42);
  if (faults.length > 0) {
    print(
      `${name} ${padLeft('', 10)} ${padLeft('', 16)} ${padLeft('', 16)} ${padLeft(String(faults.length), 12)}`,
    );
    for (const line of faults.flatMap(tellFault)) print(line);
  } else if (kind === 'rule-set') {
    print(`${name} ${sharesOf(rules.length, byPersonIn(file))} ${padLeft('0', 12)}`);
  } else if (kind === 'case-facts') {
    print(`${name} 案例事实 facts of the cases`);
    for (const { form, rule, decision } of facts) {
      print(
        `    ${pad(form, 8)} ${share(rule, rule + decision)} 为规则 typed rules, ${decision} 项裁定 decisions`,
      );
    }
  } else {
    print(`${name} ${KIND_WORDS[kind]}`);
  }
}

const KIND_WORDS = {
  'rules-fragment': '规则片段，符合 a fragment, sound',
  'screening-rules': '需求筛选规则，符合 screening rules, sound',
  other: '不是规则文件，未检查 no rules, not checked',
} as const;

function byPersonIn({ rules }: CheckedFile): number {
  return rules.filter(({ by }) => by === 'person').length;
}

function sharesOf(all: number, persons: number): string {
  return `${padLeft(String(all), 10)} ${padLeft(share(all - persons, all), 16)} ${padLeft(share(persons, all), 16)}`;
}

function share(part: number, whole: number): string {
  return `${part} (${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} %)`;
}

/** What is worth a second look in a file that somebody checks alone; none of it refuses. */
function printAdvice(path: string, file: CheckedFile, print: (line: string) => void): void {
  if (file.kind !== 'rule-set' || file.faults.length > 0) return;
  const advice = adviceOn(readRuleSetFile(path));
  if (advice.length === 0) return;
  print('');
  print('提示，不影响提交 worth a second look, refuses nothing:');
  for (const line of advice.flatMap(tellFault)) print(line);
}

function printSum(checked: readonly CheckedFile[], print: (line: string) => void): void {
  const rules = checked.reduce((sum, file) => sum + file.rules.length, 0);
  const persons = checked.reduce((sum, file) => sum + byPersonIn(file), 0);
  const sets = checked.filter(({ kind, faults }) => kind === 'rule-set' && faults.length === 0);
  const refused = checked.filter(({ faults }) => faults.length > 0);
  print('');
  print(
    `${pad(`合计 total: ${sets.length}`, 42)} ${sharesOf(rules, persons)} ${padLeft(String(refused.length), 12)}`,
  );
  print(`${refused.length} refused`);
}
