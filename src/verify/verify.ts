import { awardInvariants } from './award.invariants';
import { contractInvariants } from './contract.invariants';
import { deadlineInvariants } from './deadline.invariants';
import type { Evidence, Invariant } from './invariant';
import { logInvariants } from './log.invariants';
import { moneyInvariants } from './money.invariants';
import { workInvariants } from './work.invariants';

/** What came of one invariant; null where it could not be checked. */
export interface Finding {
  readonly invariant: Invariant;
  readonly violations: readonly string[] | null;
}

/** Everything that must hold. */
const invariants: readonly Invariant[] = [
  ...deadlineInvariants,
  ...contractInvariants,
  ...moneyInvariants,
  ...awardInvariants,
  ...workInvariants,
  ...logInvariants,
];

/** Checks every invariant on the evidence. */
export async function verify(evidence: Evidence): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) {
    findings.push({ invariant, violations: await invariant.violations(evidence) });
  }
  return findings;
}

const SHOWN = 20;

/** Lays the findings out for people. @returns whether everything that could be checked holds */
export function printFindings(
  findings: readonly Finding[],
  print: (line: string) => void,
): boolean {
  for (const { invariant, violations } of findings) {
    const mark = violations === null ? '?' : violations.length === 0 ? '✓' : '✗';
    print(`${mark} ${invariant.id}  ${invariant.zh} · ${invariant.en}`);
    for (const violation of (violations ?? []).slice(0, SHOWN)) print(`      ${violation}`);
    if ((violations?.length ?? 0) > SHOWN) print(`      … ${violations!.length - SHOWN} more`);
  }
  return findings.every(({ violations }) => violations === null || violations.length === 0);
}
