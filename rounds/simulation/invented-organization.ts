import type { BilingualText, CandidateParty, PartyRecord } from '../../src/rules';

/** An organization that does not exist. */
export interface InventedOrganization {
  /** From 1. */
  readonly no: number;
  readonly name: BilingualText;
  /** Null where there is one class of applicants. */
  readonly applicantClass: string | null;
  /** In which category it bids; null where bids are not told apart. */
  readonly category: string | null;
  /** As the registers would have it. */
  readonly party: CandidateParty;
  readonly record: PartyRecord;
}
