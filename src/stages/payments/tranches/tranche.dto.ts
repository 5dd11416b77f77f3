import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { MoneyView } from '../../../platform/http/money.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { PageRequest } from '../../../platform/http/page.dto';
import { Text } from '../../../platform/http/text.decorator';
import type { Explanation } from '../../../rules';
import type { FundPart } from '../fund-parts';
import type { TrancheWithRules } from '../payments.query';
import { explainTranche } from './explain-tranche';
import type { TrancheEntity } from './tranche.entity';
import { trancheTransitions, type TrancheState } from './tranche.transitions';

export class AcceptTrancheRequest {
  @ApiProperty({ description: 'What was looked at and found' })
  @Text(2, 4000)
  findings!: string;
}

export class ClaimTrancheRequest {
  @ApiProperty({
    example: '25442000000012345678',
    description: 'Number of the invoice or receipt 票据号: letters, digits and hyphens',
  })
  @Matches(/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/)
  invoiceNumber!: string;
}

export class ListTranchesRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  projectId?: string;

  @ApiProperty({ required: false, enum: trancheTransitions.states })
  @Optional()
  @IsIn(trancheTransitions.states)
  state?: TrancheState;
}

export class FundPartView {
  @ApiProperty({ format: 'uuid' }) fundId!: string;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;

  static of({ fundId, amountFen }: FundPart): FundPartView {
    return { fundId, amount: MoneyView.of(amountFen) };
  }
}

export class TrancheView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ format: 'uuid' }) contractId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ example: 'first' }) code!: string;
  @ApiProperty({ enum: trancheTransitions.states }) state!: TrancheState;
  @ApiProperty({ type: MoneyView }) planned!: MoneyView;
  @ApiProperty({ type: MoneyView, nullable: true }) payable!: MoneyView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueSince!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) paidOn!: string | null;
  @ApiProperty() version!: number;

  static of(tranche: TrancheEntity): TrancheView {
    const { id, projectId, contractId, partyId, code, state } = tranche;
    const { payableFen, dueSince, invoiceNumber, paidOn, version } = tranche;
    return {
      ...{ id, projectId, contractId, partyId, code, state },
      planned: MoneyView.of(tranche.plannedFen),
      payable: payableFen === null ? null : MoneyView.of(payableFen),
      dueSince: dueSince === null ? null : printInstant(dueSince),
      invoiceNumber,
      paidOn,
      version,
    };
  }
}

export class TranchePage {
  @ApiProperty({ type: [TrancheView] }) items!: TrancheView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class SumView {
  @ApiProperty({ example: '/tranches/first/share' }) rule!: string;
  @ApiProperty({ type: Object, example: { award: '200000.00', share: '0.5' } })
  inputs!: Readonly<Record<string, string>>;
  @ApiProperty({ example: '200000.00 × 0.5 ≈ 100000.00' }) arithmetic!: string;

  static of({ rule, inputs, arithmetic }: Explanation): SumView {
    return { rule, inputs, arithmetic };
  }
}

export class TrancheExplanationView {
  @ApiProperty({ description: 'The code of the rule set' }) ruleSet!: string;
  @ApiProperty({ type: SumView }) planned!: SumView;
  @ApiProperty({ type: SumView, nullable: true }) payable!: SumView | null;
  @ApiProperty({ type: [String] }) zh!: readonly string[];
  @ApiProperty({ type: [String] }) en!: readonly string[];
}

export class ExplainedTrancheView extends TrancheView {
  @ApiProperty({ type: [FundPartView], description: 'What each fund bears of what is planned' })
  plannedParts!: FundPartView[];
  @ApiProperty({ type: [FundPartView], nullable: true, description: 'And of what is payable' })
  payableParts!: FundPartView[] | null;
  @ApiProperty({ type: TrancheExplanationView }) explanation!: TrancheExplanationView;

  static with({ tranche, ruleSet, now }: TrancheWithRules): ExplainedTrancheView {
    const { planned, payable } = tranche.explanation;
    return {
      ...TrancheView.of(tranche),
      plannedParts: tranche.plannedParts.map((part) => FundPartView.of(part)),
      payableParts: tranche.payableParts?.map((part) => FundPartView.of(part)) ?? null,
      explanation: {
        ruleSet: tranche.explanation.ruleSet,
        planned: SumView.of(planned),
        payable: payable === null ? null : SumView.of(payable),
        ...explainTranche(tranche, ruleSet, now),
      },
    };
  }
}
