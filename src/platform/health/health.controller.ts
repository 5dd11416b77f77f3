import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../http/allow.decorator';
import { Documented } from '../http/documented.decorator';
import { Probes, type Readiness } from './probes';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly probes: Probes) {}

  @Get()
  @Allow('health.live')
  @Documented({ summary: 'Whether the process lives; touches nothing else' })
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** Temporal or Redis being down delays what happens next but refuses nobody, so only Postgres decides. */
  @Get('ready')
  @Allow('health.ready')
  @Documented({ summary: 'Whether the service can take requests, and what it can reach' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.probes.ask();
    void reply.status(readiness.postgres === 'up' ? 200 : 503);
    return readiness;
  }
}
