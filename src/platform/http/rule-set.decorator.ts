import { ApiProperty } from '@nestjs/swagger';
import { RULE_SET_COMPONENT } from '../../rules';

/** Documents a field that holds a whole rule set: the contract refers to the schema by which the rules are read. */
export function ApiRuleSet(description: string): PropertyDecorator {
  return ApiProperty({ allOf: [{ $ref: RULE_SET_COMPONENT }], description });
}
