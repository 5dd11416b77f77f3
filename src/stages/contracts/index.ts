export { ContractEntity, ContractSignatureEntity } from './contract.entity';
export { Contracts, type Contract } from './contracts';
export { ContractsModule } from './contracts.module';
