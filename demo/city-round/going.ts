import type { Chance } from '../chance';
import type { SentBid } from './bids-scene';
import type { Cast } from './cast';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** What the projects' year needs of what came before. */
export interface Going {
  readonly cast: Cast;
  readonly roundId: string;
  readonly bidders: readonly Bidder[];
  readonly sent: readonly SentBid[];
  readonly chance: Chance;
  readonly year: Year;
}
