export { AwardEntity } from './award.entity';
export { AwardProposalEntity, ProposalDocumentEntity } from './award-proposal.entity';
export { Awards, type Award } from './awards';
export { AwardsModule } from './awards.module';
export { ChallengeEntity } from './challenges/challenge.entity';
export type { FundDraw } from './stored-draw';
