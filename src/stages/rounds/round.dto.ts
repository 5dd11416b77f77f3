import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageRequest } from '../../platform/http/page.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { ApiRuleSet } from '../../platform/http/rule-set.decorator';
import { Line, Text } from '../../platform/http/text.decorator';
import { streams, type Stream } from './programme.entity';
import { roundTransitions, type RoundState } from './round.transitions';

const MAX_POTS = 20;

export class CreateProgrammeRequest {
  @ApiProperty({ format: 'uuid', description: 'The unit whose programme it is' })
  @IsUUID('7')
  unitId!: string;

  @ApiProperty({ minimum: 2000, maximum: 2100 })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @ApiProperty({ enum: streams })
  @IsIn(streams)
  stream!: Stream;

  @ApiProperty({ example: '2020年社会组织公益创投' })
  @Line(2, 100)
  name!: string;
}

export class PotFundRequest {
  @ApiProperty({ description: 'The code of a pot in the rule set’s funding' })
  @Line(1, 40)
  code!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  fundId!: string;
}

export class CreateRoundRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  programmeId!: string;

  @ApiProperty({ example: 'gy-2020', pattern: '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$' })
  @Matches(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/)
  code!: string;

  @ApiRuleSet('A document of yichuang/rule-set/1')
  @IsObject()
  ruleSet!: object;

  @ApiProperty({ type: [PotFundRequest], description: 'One fund for each pot of the rule set' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_POTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PotFundRequest)
  pots!: PotFundRequest[];
}

export class CancelRoundRequest {
  @ApiProperty({ description: 'Published' })
  @Text(2, 1000)
  reason!: string;
}

export class ListRoundsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  programmeId?: string;

  @ApiProperty({ required: false, enum: roundTransitions.states })
  @Optional()
  @IsIn(roundTransitions.states)
  state?: RoundState;
}
