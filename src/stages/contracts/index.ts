export { AmendmentEntity, AmendmentSignatureEntity } from './amendments/amendment.entity';
export {
  ProjectBook,
  type ContractedProject,
  type StandingMoney,
} from './amendments/contracted-project';
export { ChangeEntity } from './changes/change.entity';
export { ContractEntity, ContractSignatureEntity } from './contract.entity';
export { Contracts, type Contract } from './contracts';
export { FilingEntity } from './filing/filing.entity';
export { ContractsModule } from './contracts.module';
