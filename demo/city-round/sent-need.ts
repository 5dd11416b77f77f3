import type { Actor } from '../actor';
import type { NeedPlan } from './needs';

/** A need once handed in. */
export interface SentNeed {
  readonly plan: NeedPlan;
  readonly id: string;
  version: number;
  readonly resident: Actor;
}
