import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { rowOf, type Act } from '../../access/access-table';
import { mayKnock } from '../../access/decide';
import { nobody } from '../database/door';
import { ACT } from '../http/allow.decorator';
import { refuseAccess, refuseHttp } from '../http/platform.refusals';
import { stateOf, type RequestState } from '../http/request-state';
import { securityLog } from '../telemetry/log';
import { Identities } from './identities';

/** The tenant of requests that have none yet: no row carries it, so row-level security shows them nothing. */
const NO_TENANT = '00000000-0000-0000-0000-000000000000';

/** The code of a top unit. */
const CODE = /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/;

const BEARER = /^Bearer ([\x21-\x7e]{20,512})$/i;

/**
 * The first question to every request: which act is this, who asks, and does any of their duties include it. Whether they may
 * do it to the thing at hand is asked by the use case, which has loaded it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identities: Identities,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const state = stateOf(request);
    const act = this.reflector.get<Act | undefined>(ACT, host.getHandler());
    if (act === undefined) throw refuseHttp('HTTP.ROUTE_UNKNOWN');
    state.act = act;
    const row = rowOf(act);
    await this.identify(request, state, 'public' in row.allow);
    if (!mayKnock(row, state.caller!)) {
      securityLog.warn(
        { act, traceId: state.traceId, personId: state.caller!.personId },
        'refused',
      );
      throw state.caller!.personId === null
        ? refuseAccess('ACCESS.SIGN_IN_REQUIRED')
        : refuseAccess('ACCESS.DUTY_MISSING');
    }
    return true;
  }

  private async identify(
    request: FastifyRequest,
    state: RequestState,
    isPublic: boolean,
  ): Promise<void> {
    state.caller = nobody;
    state.tenantId = NO_TENANT;
    const header = request.headers.authorization;
    if (isPublic) {
      const code = (request.params as { tenant?: string }).tenant;
      if (code !== undefined) state.tenantId = await this.publicTenant(code);
      return;
    }
    if (header === undefined) return;
    const token = BEARER.exec(header)?.[1];
    const identity = token === undefined ? null : await this.identities.identify(token);
    if (identity === null || (identity.acts !== null && !identity.acts.includes(state.act!))) {
      securityLog.warn({ act: state.act, traceId: state.traceId }, 'credential refused');
      throw identity === null
        ? refuseAccess('ACCESS.SIGN_IN_REQUIRED')
        : refuseAccess('ACCESS.DUTY_MISSING');
    }
    state.caller = identity.caller;
    state.tenantId = identity.tenantId;
  }

  private async publicTenant(code: string): Promise<string> {
    // What cannot be a code is absent like any other, and is not asked of the database.
    const tenantId = CODE.test(code) ? await this.identities.tenantByCode(code) : null;
    if (tenantId === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return tenantId;
  }
}
