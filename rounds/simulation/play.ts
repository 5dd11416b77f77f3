import type { Chance } from '../../demo/chance';
import type { WorkingCalendar } from '../../src/kernel/working-calendar';
import type { RuleSet } from '../../src/rules';

/** What a round is played from. */
export interface Play {
  readonly rules: RuleSet;
  /** Asked for by names, so that one thing more or less changes nothing else. */
  readonly chance: Chance;
  readonly calendar: WorkingCalendar;
}
