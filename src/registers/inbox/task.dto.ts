import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import type { Facts, Locale } from '../../kernel/refusal';
import { word } from '../../kernel/wording';
import type { WaitingTask } from './inbox.query';

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
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'Whose duty it is, where it waits for me as their deputy',
    example: { id: '…', name: '李敏' },
  })
  onBehalfOf!: { id: string; name: string } | null;

  static of({ task, onBehalfOf }: WaitingTask, locale: Locale): TaskView {
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
      onBehalfOf: onBehalfOf && { id: onBehalfOf.id, name: onBehalfOf.name },
    };
  }
}

export class TaskPage {
  @ApiProperty({ type: [TaskView] }) items!: TaskView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
