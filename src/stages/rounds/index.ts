export { BidBook, type ClosingCount, type CountedBid } from './bid-book';
export { LotEntity } from './lot.entity';
export { isAtOrPast, isUnderWay, type LotState } from './lot.transitions';
export { ProgrammeEntity } from './programme.entity';
export { RoundEntity } from './round.entity';
export { Rounds, type EnteredLot, type Lot, type Round } from './rounds';
export { RoundsModule } from './rounds.module';
export { RuleSetRevisionEntity } from './rule-set-revision.entity';
