import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn } from 'class-validator';
import { IsMoment } from '../../platform/http/is-moment.decorator';
import { Line } from '../../platform/http/text.decorator';
import { accessTable, type Act } from '../../access/access-table';
import { printInstant } from '../../kernel/instant';
import type { ApiKeyEntity } from './api-key.entity';

/** Keys cannot make or revoke keys, so these acts are not theirs. */
const actsForKeys = Object.keys(accessTable).filter((act) => !act.startsWith('apiKey.')) as Act[];

export class MakeApiKeyRequest {
  @ApiProperty({ example: 'bidding client' })
  @Line(1, 80)
  name!: string;

  @ApiProperty({ type: [String], example: ['bid.submit'], description: 'The only acts it may do' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsIn(actsForKeys, { each: true })
  acts!: Act[];

  @ApiProperty({ format: 'date-time', description: 'True time, within a year' })
  @IsMoment()
  expiresAt!: string;
}

export class ApiKeyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'How the key begins' }) prefix!: string;
  @ApiProperty({ type: [String] }) acts!: string[];
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
  @ApiProperty() version!: number;

  static of(key: ApiKeyEntity): ApiKeyView {
    const moment = (at: Date | null) => (at === null ? null : printInstant(at));
    return {
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      acts: key.acts,
      createdAt: printInstant(key.createdAt),
      lastUsedAt: moment(key.lastUsedAt),
      expiresAt: printInstant(key.expiresAt),
      revokedAt: moment(key.revokedAt),
      version: key.version,
    };
  }
}

/** A key just made. */
export class MadeApiKeyView extends ApiKeyView {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`; it is shown only now.' })
  token!: string;
}

export class ApiKeyPage {
  @ApiProperty({ type: [ApiKeyView] }) items!: ApiKeyView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
