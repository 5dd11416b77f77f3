export { Funds } from './funds';
export { FundBudgetEntity } from './fund-budget.entity';
export { FundEntity } from './fund.entity';
export { FundsModule } from './funds.module';
export { YearClosingEntity } from './year-closing.entity';
