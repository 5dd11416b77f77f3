import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { AmendmentsQuery } from './amendments/amendments.query';
import {
  ContractPage,
  ContractView,
  FileContractRequest,
  ListContractsRequest,
  SignContractRequest,
} from './contract.dto';
import type { ContractEntity } from './contract.entity';
import { ContractsQuery } from './contracts.query';
import { FileContract } from './filing/file-contract';
import { SignContract } from './sign-contract';

@ApiTags('contracts')
@Controller('v1')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsQuery,
    private readonly amendments: AmendmentsQuery,
    private readonly signContract: SignContract,
    private readonly fileContract: FileContract,
  ) {}

  @Get('contracts')
  @Allow('contract.list')
  @Documented({ summary: 'List contracts within reach', answers: ContractPage })
  async list(@Ctx() ctx: Context, @Query() request: ListContractsRequest): Promise<ContractPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.contracts.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: await this.views(ctx, items), nextCursor };
  }

  @Get('contracts/:contractId')
  @Allow('contract.read')
  @Documented({
    summary: 'Read a contract with its signatures and versions',
    answers: ContractView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('contractId') id: string): Promise<ContractView> {
    return this.view(ctx, await this.contracts.get(ctx, id));
  }

  @Post('contracts/:contractId/signature')
  @Allow('contract.sign')
  @Documented({
    summary: 'Sign a contract for its party or for the funding body',
    answers: ContractView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.DIGEST_DIFFERS',
      'CONTRACTS.ALREADY_SIGNED',
      'CONTRACTS.UNDER_HOLD',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async sign(
    @Ctx() ctx: Context,
    @IdParam('contractId') id: string,
    @Body() { documentDigest }: SignContractRequest,
  ): Promise<ContractView> {
    return this.view(ctx, await this.signContract.execute(ctx, id, documentDigest));
  }

  @Post('contracts/:contractId/filing')
  @Allow('contract.file')
  @Documented({
    summary: 'Record that a copy of a signed contract was filed',
    answers: ContractView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.FILED_ALREADY',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async file(
    @Ctx() ctx: Context,
    @IdParam('contractId') id: string,
    @Body() { number }: FileContractRequest,
  ): Promise<ContractView> {
    return this.view(ctx, await this.fileContract.execute(ctx, id, number));
  }

  private async view(ctx: Context, contract: ContractEntity): Promise<ContractView> {
    return (await this.views(ctx, [contract]))[0]!;
  }

  private async views(ctx: Context, contracts: readonly ContractEntity[]): Promise<ContractView[]> {
    const ids = contracts.map(({ id }) => id);
    const signatures = await this.contracts.signatures(ctx, ids);
    const amendments = await this.amendments.inForce(ctx, ids);
    const filings = await this.contracts.filings(ctx, ids);
    return contracts.map((contract) =>
      ContractView.of(
        contract,
        signatures.get(contract.id) ?? [],
        amendments.get(contract.id) ?? [],
        filings.get(contract.id) ?? null,
      ),
    );
  }
}
