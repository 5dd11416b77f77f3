import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../../kernel/instant';
import { Line, Text } from '../../../platform/http/text.decorator';
import type { BilingualText, SanctionRule } from '../../../rules';
import type { SanctionEntity } from './sanction.entity';

export class ImposeSanctionRequest {
  @ApiProperty({ example: 'breach', description: 'The sanction’s code in the rule set' })
  @Line(1, 60)
  code!: string;

  @ApiProperty({ description: 'What was found' })
  @Text(2, 4000)
  findings!: string;
}

export class ProjectSanctionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) name!: BilingualText;
  @ApiProperty({ example: 'breach-of-contract' }) cause!: SanctionRule['cause'];
  @ApiProperty() findings!: string;
  @ApiProperty({ format: 'uuid' }) imposedBy!: string;
  @ApiProperty({ format: 'date-time' }) imposedAt!: string;

  static of(sanction: SanctionEntity): ProjectSanctionView {
    const { id, projectId, code, findings, imposedBy, imposedAt } = sanction;
    const { name, cause } = sanction.rules;
    return {
      ...{ id, projectId, code, name, cause, findings, imposedBy },
      imposedAt: printInstant(imposedAt),
    };
  }
}
