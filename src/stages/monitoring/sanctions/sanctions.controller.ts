import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { ImposeSanction } from './impose-sanction';
import { ImposeSanctionRequest, ProjectSanctionView } from './sanction.dto';

@ApiTags('monitoring')
@Controller('v1/projects/:projectId/sanctions')
export class SanctionsController {
  constructor(private readonly imposeSanction: ImposeSanction) {}

  @Post()
  @Allow('sanction.impose')
  @Documented({
    summary: 'Impose what the rules of the round have for a breach',
    answers: ProjectSanctionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'MONITORING.SANCTION_UNKNOWN',
      'STATE.OUT_OF_ORDER',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async impose(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() { code, findings }: ImposeSanctionRequest,
  ): Promise<ProjectSanctionView> {
    return ProjectSanctionView.of(
      await this.imposeSanction.execute(ctx, projectId, code, findings),
    );
  }
}
