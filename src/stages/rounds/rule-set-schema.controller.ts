import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { ruleSetSchema } from '../../rules';

@ApiTags('rounds')
@Controller('v1/rule-set-schema')
export class RuleSetSchemaController {
  @Get()
  @Allow('ruleSetSchema.read')
  @Documented({
    summary:
      'Read the JSON Schema (2020-12) of rule sets, by which they are checked; fragments and screening rules are among its definitions',
  })
  read(): object {
    return ruleSetSchema;
  }
}
