import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import type { AttachmentEntity } from './attachment.entity';
import { attachmentTransitions, type AttachmentState } from './attachment.transitions';
import { CHUNK_BYTES, chunkCount, MAX_BYTES, mediaTypes } from './media-types.rules';

export class AnnounceAttachmentRequest {
  @ApiProperty({ example: '活动签到表.pdf', maxLength: 200, description: 'A name, never a path' })
  @IsString()
  @Length(1, 200)
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
  @ApiProperty() version!: number;

  static of(attachment: AttachmentEntity): AttachmentView {
    const { id, name, mediaType, size, digest, state, version } = attachment;
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
      version,
    };
  }
}
