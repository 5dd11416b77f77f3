import type { Facts } from '../../kernel/refusal';
import type { ApplicationFault } from './application';

/** However broken an application is, no more of its faults than this are told. */
const MAX_FAULTS = 200;

/** Gathers what is wrong with an application. */
export class FaultList {
  readonly all: ApplicationFault[] = [];

  /** How many there are, those beyond the most that are told among them. */
  count = 0;

  /** Notes a fault at a place. @returns null, so that a reader can end with it */
  add(pointer: string, rule: string, facts: Facts = {}): null {
    this.count += 1;
    if (this.all.length < MAX_FAULTS) this.all.push({ pointer, rule, facts });
    return null;
  }
}
