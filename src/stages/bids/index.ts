export type {
  Application,
  ApplicationActivity,
  ApplicationIndicator,
  ApplicationLine,
} from './application';
export { ApplicationEntity } from './application.entity';
export { BidCheckEntity } from './bid-check.entity';
export { BidEntity } from './bid.entity';
export { BidVersionEntity } from './bid-version.entity';
export { Bids, type Bid } from './bids';
export { BidsModule } from './bids.module';
export { OpeningEntity } from './opening.entity';
export type { AnyOpenedBid, OpenedBid } from './opened-bids.query';
