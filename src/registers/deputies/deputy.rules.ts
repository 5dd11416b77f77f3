import { duties, type Duty } from '../../access/duties';
import type { Instant } from '../../kernel/instant';
import { refuseDeputies } from './deputy.refusals';

/** Who is away for longer gives the mandate back. */
const MAX_DAYS = 366;
const MS_PER_DAY = 86_400_000;

/**
 * Passes when a time for a deputy lies ahead, is one, and is no more than a year.
 * @param fromAt null for now
 * @returns when it begins
 * @throws DEPUTIES.TIME_UNSOUND
 */
export function soundTime(now: Instant, fromAt: Instant | null, untilAt: Instant): Instant {
  const begins = fromAt ?? now;
  const lastsMs = untilAt.getTime() - begins.getTime();
  if (begins >= now && lastsMs > 0 && lastsMs <= MAX_DAYS * MS_PER_DAY) return begins;
  throw refuseDeputies('DEPUTIES.TIME_UNSOUND', { days: MAX_DAYS });
}

/** A duty as mail speaks of it, in both languages. */
export function dutyInWords(duty: Duty): string {
  const { zh, en } = duties[duty];
  return `${zh} (${en})`;
}

/**
 * The group of a duty as people are noted with it on a round; null for what no round notes.
 * @see duties
 */
export function groupOnRound(duty: Duty): string | null {
  const { group } = duties[duty];
  return ['bidder', 'organizer', 'supervisor'].includes(group) ? group : null;
}
