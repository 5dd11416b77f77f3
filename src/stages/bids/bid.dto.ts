import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Matches, Max, Min } from 'class-validator';
import { PageRequest } from '../../platform/http/page.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { Characters, Text } from '../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../registers/attachments';
import type { CheckVerdict } from './bid-check.entity';

/** 170 KB in Base64. */
const MAX_BASE64 = 232_108;
const MAX_REVISION = 1_000;

export class CheckApplicationRequest {
  @ApiProperty({
    format: 'byte',
    description:
      'An application (yichuang/application/1) as UTF-8 JSON of at most 170 KB, in Base64. A bid is read at the opening, not before.',
  })
  @Characters(1, MAX_BASE64)
  content!: string;
}

export class ReplaceBidRequest extends CheckApplicationRequest {
  @ApiProperty({ minimum: 1, description: 'The revision of the rules that the bid is made for' })
  @IsInt()
  @Min(1)
  @Max(MAX_REVISION)
  revision!: number;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class SubmitBidRequest extends ReplaceBidRequest {
  @ApiProperty({ format: 'uuid', description: 'The party that bids' })
  @IsUUID('7')
  partyId!: string;
}

export class ListBidsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  lotId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  partyId?: string;
}

export class JudgeBidRequest {
  @ApiProperty({ example: 'public-interest', description: 'A check that no rule decides' })
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code!: string;

  @ApiProperty({ enum: ['pass', 'fail'] })
  @IsIn(['pass', 'fail'])
  verdict!: CheckVerdict;

  @ApiProperty({ description: 'The bidder reads it' })
  @Text(2, 1000)
  reason!: string;
}
