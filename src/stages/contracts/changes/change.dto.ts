import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Optional } from '../../../platform/http/optional.decorator';
import { Line, Text } from '../../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../../registers/attachments';
import type { BilingualText, ChangeRule } from '../../../rules';
import { contractSides, type ContractSide } from '../contract.entity';
import type { ChangeStatements } from './change-statements';
import type { ChangeEntity } from './change.entity';
import { changeTransitions, type ChangeState } from './change.transitions';

export class ChangeStatementsRequest {
  @Optional()
  @Text(1, 4000)
  before?: string;

  @Optional()
  @Text(1, 4000)
  after?: string;

  @Optional()
  @Text(1, 4000)
  reason?: string;

  @Optional()
  @Text(1, 4000)
  effectOnTime?: string;

  @Optional()
  @Text(1, 4000)
  effectOnCost?: string;

  @Optional()
  @Text(1, 4000)
  effectOnPeople?: string;
}

export class RequestChangeRequest {
  @ApiProperty({ example: 'hindered', description: 'The change’s code in the rule set' })
  @Line(1, 60)
  code!: string;

  @ApiProperty({ type: ChangeStatementsRequest, description: 'What the rule asks for, and more' })
  @Type(() => ChangeStatementsRequest)
  @IsDefined()
  @IsObject()
  @ValidateNested()
  statements!: ChangeStatementsRequest;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class DecideChangeRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  changeId!: string;

  @ApiProperty()
  @IsBoolean()
  isApproved!: boolean;

  @Text(2, 2000)
  reason!: string;
}

export class ChangeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) contractId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) name!: BilingualText;
  @ApiProperty({ isArray: true, type: String, example: ['plan'] }) what!: ChangeRule['what'];
  @ApiProperty({ enum: ['notice', 'approval', 'agreement', 'signature'] })
  approval!: ChangeRule['approval'];
  @ApiProperty({ enum: contractSides }) side!: ContractSide;
  @ApiProperty({ type: Object, example: { reason: '服务场所拆迁' } }) statements!: ChangeStatements;
  @ApiProperty({ enum: changeTransitions.states }) state!: ChangeState;
  @ApiProperty({ format: 'uuid' }) requestedBy!: string;
  @ApiProperty({ format: 'date-time' }) requestedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) decisionReason!: string | null;

  static of(change: ChangeEntity): ChangeView {
    const { id, contractId, code, side, statements, state, requestedBy, decidedAt } = change;
    const { decidedBy, decisionReason } = change;
    const { name, what, approval } = change.rules;
    return {
      ...{ id, contractId, code, name, what, approval, side, statements, state, requestedBy },
      ...{ decidedBy, decisionReason },
      requestedAt: printInstant(change.requestedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
    };
  }
}

export class ChangePage {
  @ApiProperty({ type: [ChangeView] }) items!: ChangeView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
