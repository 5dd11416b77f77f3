export { AwardEntity } from './award.entity';
export { AwardProposalEntity, ProposalDocumentEntity } from './award-proposal.entity';
export { Awards, type Award } from './awards';
export { AwardsModule } from './awards.module';
export { ChallengeEntity } from './challenges/challenge.entity';
export {
  CommissionActivityRequest,
  CommissionIndicatorRequest,
  CommissionLineRequest,
} from './commissions/commission.dto';
export { requireSoundPlan } from './commissions/commission-plan';
export { storedDraws, type FundDraw } from './stored-draw';
