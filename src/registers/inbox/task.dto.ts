import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import type { Facts, Locale } from '../../kernel/refusal';
import { word } from '../../kernel/wording';
import type { TaskEntity } from './task.entity';

/** Something that waits for the caller: until when, and why. */
export class TaskView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'needs.check' }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() why!: string;
  @ApiProperty({ description: 'What it is about', example: { kind: 'need', id: '…' } })
  subject!: { kind: string; id: string };
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt!: string | null;
  @ApiProperty({ type: Object }) facts!: Facts;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;

  static of(task: TaskEntity, locale: Locale): TaskView {
    const { title, body } = word(task.kind, task.facts, locale);
    return {
      id: task.id,
      kind: task.kind,
      title,
      why: body,
      subject: { kind: task.subjectKind, id: task.subjectId },
      dueAt: task.dueAt === null ? null : printInstant(task.dueAt),
      facts: task.facts,
      openedAt: printInstant(task.openedAt),
    };
  }
}

export class TaskPage {
  @ApiProperty({ type: [TaskView] }) items!: TaskView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
