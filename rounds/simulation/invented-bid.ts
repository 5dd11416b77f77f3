import type { Instant } from '../../src/kernel/instant';
import type { BidPlace } from './expected-grant';
import type { InventedMoney } from './invent-budget';
import type { InventedOrganization } from './invented-organization';

/** A bid that nobody made. */
export interface InventedBid extends BidPlace {
  /** In the order of receipt, from 1. */
  readonly no: number;
  /** Its identifier for the engines; identifiers sort as numbers do. */
  readonly bidId: string;
  readonly organization: InventedOrganization;
  readonly receivedAt: Instant;
  readonly money: InventedMoney;
  /** How good it really is, from 0 to 1: what experts, voters and evaluators see of it, each with errors of their own. */
  readonly merit: number;
  /** Hours of service that it offers. */
  readonly serviceHours: number;
  /** The codes of the declarations that it makes. */
  readonly declarations: readonly string[];
  /** The codes of the documents that it has attached. */
  readonly documents: readonly string[];
  /** How many of the things that the form asks for are not there. */
  readonly faults: number;
}
