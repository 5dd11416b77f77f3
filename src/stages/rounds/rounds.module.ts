import { Module } from '@nestjs/common';
import { NoticesModule } from '../../registers/notices';
import { ProcessesModule } from '../../registers/processes';
import { BidBook } from './bid-book';
import { EndRound } from './end-round';
import { RoundRepository } from './round.repository';
import { Rounds } from './rounds';

@Module({
  imports: [NoticesModule, ProcessesModule],
  providers: [BidBook, EndRound, RoundRepository, Rounds],
  exports: [BidBook, Rounds],
})
export class RoundsModule {}
