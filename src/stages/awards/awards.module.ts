import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { CreditModule } from '../../registers/credit';
import { DecisionsModule } from '../../registers/decisions';
import { FundsModule } from '../../registers/funds';
import { HoldsModule } from '../../registers/holds';
import { InboxModule } from '../../registers/inbox';
import { LedgerModule } from '../../registers/ledger';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { PeopleModule } from '../../registers/people';
import { ProcessesModule } from '../../registers/processes';
import { BidsModule } from '../bids';
import { ReviewsModule } from '../reviews';
import { RoundsModule } from '../rounds';
import { AdvanceAwards } from './advance-awards';
import { AwardMoney } from './award-money';
import { AwardMoves } from './award-moves';
import { AwardRepository } from './award.repository';
import { Awards } from './awards';
import { AwardsActivities } from './awards.activities';
import { AwardsController } from './awards.controller';
import { AwardsQuery } from './awards.query';
import { AnswerChallenge } from './challenges/answer-challenge';
import { ChallengeClocks } from './challenges/challenge-clocks';
import { ChallengeMoves } from './challenges/challenge-moves';
import { ChallengeRepository } from './challenges/challenge.repository';
import { ChallengesActivities } from './challenges/challenges.activities';
import { ChallengesController } from './challenges/challenges.controller';
import { ChallengesQuery } from './challenges/challenges.query';
import { CloseChallenges } from './challenges/close-challenges';
import { DecideChallenge } from './challenges/decide-challenge';
import { SubmitChallenge } from './challenges/submit-challenge';
import { CommissionRules } from './commissions/commission-rules';
import { ProposeCommission } from './commissions/propose-commission';
import { ReturnRoundMoney } from './commissions/return-round-money';
import { LockAward } from './lock-award';
import { ApproveAwards } from './lots/approve-awards';
import { ConfirmAwards } from './lots/confirm-awards';
import { LotProposal } from './lots/lot-proposal';
import { NoticeAwards } from './lots/notice-awards';
import { ProposeAwards } from './lots/propose-awards';
import { ReproposeAwards } from './lots/repropose-awards';
import { ReReviewLot } from './lots/re-review-lot';
import { ResultLetters } from './lots/result-letters';
import { TakeBackAwards } from './lots/take-back-awards';
import { AwardAmounts } from './lots/award-amounts';
import { AwardDecisions } from './lots/award-decisions';
import { VoteOffs } from './lots/vote-offs';
import { NoticeClock } from './notice-clock';
import { OverrunMoney } from './overrun-money';
import { ReleaseBid } from './release-bid';
import { ApproveAward } from './singles/approve-award';
import { ConfirmAward } from './singles/confirm-award';
import { DeclineAward } from './singles/decline-award';
import { LetAwardFall } from './singles/let-award-fall';
import { NoticeAward } from './singles/notice-award';
import { PromoteReserve } from './singles/promote-reserve';
import { RefuseAward } from './singles/refuse-award';
import { StandingQuestions } from './standing-questions';

const lots = [
  ApproveAwards,
  ConfirmAwards,
  LotProposal,
  NoticeAwards,
  ProposeAwards,
  ReproposeAwards,
  ReReviewLot,
  ResultLetters,
  TakeBackAwards,
  AwardAmounts,
  AwardDecisions,
  VoteOffs,
];
const singles = [
  ApproveAward,
  CommissionRules,
  ReturnRoundMoney,
  ConfirmAward,
  DeclineAward,
  LetAwardFall,
  NoticeAward,
  PromoteReserve,
  ProposeCommission,
  RefuseAward,
];
const challenges = [
  AnswerChallenge,
  ChallengeClocks,
  ChallengeMoves,
  ChallengeRepository,
  ChallengesActivities,
  ChallengesQuery,
  CloseChallenges,
  DecideChallenge,
  SubmitChallenge,
];

@Module({
  imports: [
    BidsModule,
    ClocksModule,
    CreditModule,
    DecisionsModule,
    FundsModule,
    HoldsModule,
    InboxModule,
    LedgerModule,
    NoticesModule,
    PartiesModule,
    PeopleModule,
    ProcessesModule,
    ReviewsModule,
    RoundsModule,
  ],
  controllers: [AwardsController, ChallengesController],
  providers: [
    ...lots,
    ...singles,
    ...challenges,
    AdvanceAwards,
    AwardMoney,
    AwardMoves,
    AwardRepository,
    Awards,
    AwardsActivities,
    AwardsQuery,
    LockAward,
    NoticeClock,
    OverrunMoney,
    ReleaseBid,
    StandingQuestions,
  ],
  exports: [Awards],
})
export class AwardsModule {}
