export type { Application } from './application';
export { ApplicationEntity } from './application.entity';
export { BidCheckEntity } from './bid-check.entity';
export { BidEntity } from './bid.entity';
export { BidVersionEntity } from './bid-version.entity';
export { Bids } from './bids';
export { BidsModule } from './bids.module';
export { OpeningEntity } from './opening.entity';
export type { OpenedBid } from './opened-bids.query';
