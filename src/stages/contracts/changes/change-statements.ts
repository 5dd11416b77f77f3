import type { ChangeRule } from '../../../rules';
import { refuseContracts } from '../contract.refusals';

/** What a request for a change states, in the words of whoever asks for it. */
export type ChangeStatements = {
  readonly before?: string;
  readonly after?: string;
  readonly reason?: string;
  readonly effectOnTime?: string;
  readonly effectOnCost?: string;
  readonly effectOnPeople?: string;
};

const FIELDS = {
  before: 'before',
  after: 'after',
  reason: 'reason',
  'effect-on-time': 'effectOnTime',
  'effect-on-cost': 'effectOnCost',
  'effect-on-people': 'effectOnPeople',
} as const satisfies Record<NonNullable<ChangeRule['states']>[number], keyof ChangeStatements>;

/**
 * Passes when a request states all that its rule asks for, and has the signed paper where the applicant signs by hand.
 * @throws CONTRACTS.STATEMENT_MISSING, CONTRACTS.PAPER_MISSING
 */
export function requireStated(
  { states = [], approval }: Pick<ChangeRule, 'states' | 'approval'>,
  statements: ChangeStatements,
  attached: number,
): void {
  for (const stated of states) {
    const field = FIELDS[stated];
    if (statements[field] !== undefined) continue;
    const at = `/statements/${field}`;
    throw refuseContracts('CONTRACTS.STATEMENT_MISSING', { what: stated }, at);
  }
  if (approval !== 'signature' || attached > 0) return;
  throw refuseContracts('CONTRACTS.PAPER_MISSING', {}, '/attachments');
}
