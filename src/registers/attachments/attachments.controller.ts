import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { refuseAccess, refuseHttp } from '../../platform/http/platform.refusals';
import { ObjectStore } from '../../platform/storage/object-store';
import { AnnounceAttachment } from './announce-attachment';
import {
  AnnounceAttachmentRequest,
  AttachmentPage,
  AttachmentView,
  ListAttachmentsRequest,
} from './attachment.dto';
import { refuseAttachments } from './attachment.refusals';
import { AttachmentsQuery } from './attachments.query';
import { CompleteAttachment } from './complete-attachment';
import { chunkCount } from './media-types.rules';
import { ReceiveChunk } from './receive-chunk';
import { bytesOf } from './stored-chunks';

@ApiTags('attachments')
@Controller('v1/attachments')
export class AttachmentsController {
  constructor(
    private readonly announceAttachment: AnnounceAttachment,
    private readonly receiveChunk: ReceiveChunk,
    private readonly completeAttachment: CompleteAttachment,
    private readonly attachments: AttachmentsQuery,
    private readonly store: ObjectStore,
  ) {}

  @Post()
  @Allow('attachment.announce')
  @Documented({
    summary: 'Announce a file, then send its chunks and complete it',
    answers: AttachmentView,
    status: 201,
    refusals: ['ATTACHMENTS.TYPE_MISMATCH'],
  })
  async announce(
    @Ctx() ctx: Context,
    @Body() body: AnnounceAttachmentRequest,
  ): Promise<AttachmentView> {
    return AttachmentView.of(await this.announceAttachment.execute(ctx, body));
  }

  @Put(':attachmentId/chunks/:n')
  @HttpCode(204)
  @Allow('attachment.send')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Documented({
    summary: 'Send one chunk; again replaces it',
    status: 204,
    refusals: ['STATE.OUT_OF_ORDER', 'ATTACHMENTS.CHUNK_UNKNOWN', 'ATTACHMENTS.CHUNK_SIZE'],
  })
  async send(
    @Ctx() ctx: Context,
    @IdParam('attachmentId') attachmentId: string,
    @Param('n') n: string,
    @Body() bytes: unknown,
  ): Promise<void> {
    if (!/^\d{1,2}$/.test(n)) throw refuseAccess('ACCESS.NOT_FOUND');
    if (!Buffer.isBuffer(bytes)) throw refuseHttp('HTTP.MEDIA_TYPE');
    await this.receiveChunk.execute(ctx, attachmentId, Number(n), bytes);
  }

  @Post(':attachmentId/completion')
  @Allow('attachment.complete')
  @Documented({
    summary: 'Complete a file once all of it has arrived',
    answers: AttachmentView,
    status: 201,
    refusals: [
      'STATE.OUT_OF_ORDER',
      'ATTACHMENTS.CHUNKS_MISSING',
      'ATTACHMENTS.DIGEST_WRONG',
      'ATTACHMENTS.CONTENT_DIFFERS',
    ],
  })
  async complete(
    @Ctx() ctx: Context,
    @IdParam('attachmentId') attachmentId: string,
  ): Promise<AttachmentView> {
    return AttachmentView.of(await this.completeAttachment.execute(ctx, attachmentId));
  }

  @Get()
  @Allow('attachment.list')
  @Documented({
    summary: 'List my attachments, or what is attached to a thing that I may read',
    answers: AttachmentPage,
  })
  async list(
    @Ctx() ctx: Context,
    @Query() request: ListAttachmentsRequest,
  ): Promise<AttachmentPage> {
    const { limit, cursor, subjectKind: kind, subjectId: id } = request;
    const rows =
      kind === undefined || id === undefined
        ? await this.attachments.own(ctx, limit + 1, cursor)
        : await this.attachments.of(ctx, { kind, id }, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((attachment) => AttachmentView.of(attachment)), nextCursor };
  }

  @Get(':attachmentId')
  @Allow('attachment.read')
  @Documented({
    summary: 'Read what an attachment is: of mine, or of a thing that I may read',
    answers: AttachmentView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('attachmentId') attachmentId: string,
  ): Promise<AttachmentView> {
    return AttachmentView.of(await this.attachments.readable(ctx, attachmentId));
  }

  @Get(':attachmentId/content')
  @Allow('attachment.download')
  @Documented({
    summary: 'Download an attachment: of mine, or of a thing that I may read',
    refusals: ['ACCESS.NOT_FOUND', 'ATTACHMENTS.CHUNKS_MISSING'],
  })
  async download(
    @Ctx() ctx: Context,
    @IdParam('attachmentId') attachmentId: string,
  ): Promise<StreamableFile> {
    const attachment = await this.attachments.readable(ctx, attachmentId);
    const count = chunkCount(attachment.size);
    if (attachment.state === 'receiving') {
      throw refuseAttachments('ATTACHMENTS.CHUNKS_MISSING', { missing: count });
    }
    const bytes = bytesOf(this.store, attachment);
    return new StreamableFile(Readable.from(bytes.chunks()), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      length: attachment.size,
    });
  }
}
