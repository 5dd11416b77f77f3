import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyRequest } from '../../../platform/http/money.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Line, Text } from '../../../platform/http/text.decorator';

const AMOUNT = /^(0|[1-9]\d{0,12})\.\d{2}$/;
const MAX_LINES = 60;
const MAX_NUMBER = 10_000_000;

export class CommissionLineRequest {
  @ApiProperty({ description: 'The code of a budget line of the rules' })
  @Line(1, 40)
  code!: string;

  @ApiProperty({ example: '30000.00' })
  @Matches(AMOUNT)
  amount!: string;

  @ApiProperty({ required: false })
  @Optional()
  @Text(1, 500)
  note?: string;
}

export class CommissionActivityRequest {
  @Line(1, 100)
  name!: string;

  @ApiProperty({ description: 'How often it is held' })
  @IsInt()
  @Min(1)
  @Max(MAX_NUMBER)
  times!: number;

  @ApiProperty({ description: 'How many people it serves each time' })
  @IsInt()
  @Min(1)
  @Max(MAX_NUMBER)
  heads!: number;
}

export class CommissionIndicatorRequest {
  @Line(1, 100)
  name!: string;

  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(MAX_NUMBER)
  target!: number;

  @ApiProperty({ example: '人次' })
  @Line(1, 20)
  unit!: string;
}

export class CommissionPlanRequest {
  @ApiProperty({ description: 'What is done and for whom' })
  @Text(2, 5000)
  summary!: string;

  @ApiProperty({ type: [CommissionLineRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommissionLineRequest)
  budgetLines!: CommissionLineRequest[];

  @ApiProperty({ example: '0.00' })
  @Matches(AMOUNT)
  ownFunds!: string;

  @ApiProperty({ type: [CommissionActivityRequest] })
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommissionActivityRequest)
  activities!: CommissionActivityRequest[];

  @ApiProperty({ type: [CommissionIndicatorRequest] })
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommissionIndicatorRequest)
  indicators!: CommissionIndicatorRequest[];
}

export class ProposeCommissionRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  partyId!: string;

  @Line(2, 100)
  title!: string;

  @ApiProperty({ type: MoneyRequest, description: 'The grant: the budget less own funds' })
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount!: MoneyRequest;

  @ApiProperty({
    description: 'Why this organization and no competition; it is published',
  })
  @Text(10, 1000)
  reason!: string;

  @ApiProperty({ type: CommissionPlanRequest })
  @IsObject()
  @ValidateNested()
  @Type(() => CommissionPlanRequest)
  plan!: CommissionPlanRequest;
}
