import { Module } from '@nestjs/common';
import { BidRepository } from './bid.repository';
import { Bids } from './bids';
import { OpenedBidsQuery } from './opened-bids.query';

@Module({
  providers: [BidRepository, Bids, OpenedBidsQuery],
  exports: [Bids],
})
export class BidsModule {}
