import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { Line } from '../../platform/http/text.decorator';
import type { AttachmentEntity } from './attachment.entity';
import { attachmentTransitions, type AttachmentState } from './attachment.transitions';
import { CHUNK_BYTES, chunkCount, MAX_BYTES, mediaTypes } from './media-types.rules';

export class AnnounceAttachmentRequest {
  @ApiProperty({ example: '活动签到表.pdf', description: 'A name, never a path' })
  @Line(1, 200)
  @Matches(/^[^\p{Cc}\p{Cf}/\\:*?"<>|]+$/u)
  name!: string;

  @ApiProperty({ enum: Object.keys(mediaTypes) })
  @IsIn(Object.keys(mediaTypes))
  mediaType!: string;

  @ApiProperty({ minimum: 1, maximum: MAX_BYTES, description: 'Bytes' })
  @IsInt()
  @Min(1)
  @Max(MAX_BYTES)
  size!: number;

  @ApiProperty({ description: 'SHA-256 of the whole, hexadecimal' })
  @Matches(/^[0-9a-f]{64}$/)
  digest!: string;
}

/** An attachment as an act refers to it. */
export class NamedAttachmentRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  id!: string;

  @ApiProperty({ description: 'SHA-256 of the bytes that are meant, hexadecimal' })
  @Matches(/^[0-9a-f]{64}$/)
  digest!: string;
}

const MOST_ATTACHMENTS = 20;

/** The field `attachments` of a request: complete attachments of the caller's, each once, which the act binds. */
export function NamedAttachments(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: [NamedAttachmentRequest],
      required: false,
      maxItems: MOST_ATTACHMENTS,
      description: 'Uploaded and completed before; they belong to this thing from then on',
    }),
    Optional(),
    IsArray(),
    ArrayMaxSize(MOST_ATTACHMENTS),
    ArrayUnique(({ id }: NamedAttachmentRequest) => id),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(() => NamedAttachmentRequest),
  );
}

const kinds = ['need', 'bid', 'report', 'dutyRecord', 'visit', 'contractChange'] as const;

export class ListAttachmentsRequest extends PageRequest {
  @ApiProperty({ required: false, enum: kinds, description: 'With subjectId: of this thing' })
  @ValidateIf(({ subjectKind, subjectId }) => subjectKind !== undefined || subjectId !== undefined)
  @IsIn(kinds)
  subjectKind?: (typeof kinds)[number];

  @ApiProperty({ required: false, format: 'uuid' })
  @ValidateIf(({ subjectKind, subjectId }) => subjectKind !== undefined || subjectId !== undefined)
  @IsUUID('7')
  subjectId?: string;
}

export class AttachmentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() size!: number;
  @ApiProperty() digest!: string;
  @ApiProperty({ description: 'Bytes of every chunk but the last' }) chunkBytes!: number;
  @ApiProperty() chunks!: number;
  @ApiProperty({ enum: attachmentTransitions.states }) state!: AttachmentState;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it is attached to' })
  subjectKind!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) subjectId!: string | null;
  @ApiProperty() version!: number;

  static of(attachment: AttachmentEntity): AttachmentView {
    const { id, name, mediaType, size, digest, state, subjectKind, subjectId, version } =
      attachment;
    return {
      id,
      name,
      mediaType,
      size,
      digest,
      chunkBytes: CHUNK_BYTES,
      chunks: chunkCount(size),
      state,
      createdAt: printInstant(attachment.createdAt),
      subjectKind,
      subjectId,
      version,
    };
  }
}

export class AttachmentPage {
  @ApiProperty({ type: [AttachmentView] }) items!: AttachmentView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
