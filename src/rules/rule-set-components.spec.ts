import Ajv2020 from 'ajv/dist/2020';
import { cityRound } from './city-round.fixture';
import { RULE_SET_COMPONENT, ruleSetComponents } from './rule-set-components';
import ruleSetSchema from './rule-set.schema.json';
import { smallRound } from './small-round.fixture';

const components = ruleSetComponents();

describe('the rule set in the contract', () => {
  it('takes and refuses what the schema does', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const isRuleSet = ajv.compile({
      $ref: RULE_SET_COMPONENT,
      components: { schemas: components },
    });
    expect([smallRound(), cityRound()].map((rules) => isRuleSet(rules))).toEqual([true, true]);
    const spoiled = smallRound((rules) => Object.assign(rules.award, { variant: 'lottery' }));
    expect(isRuleSet(spoiled)).toBe(false);
  });

  it('has a name of its own for each definition, and no reference into the schema', () => {
    const names = Object.keys(components);
    expect(names[0]).toBe('RuleSet');
    expect(names.slice(1).every((name) => name.startsWith('RuleSet.'))).toBe(true);
    expect(JSON.stringify(components)).not.toContain('#/$defs/');
  });

  it('leaves out what is no part of a rule set', () => {
    const left = Object.keys(ruleSetSchema.$defs).filter(
      (name) => !(`RuleSet.${name}` in components),
    );
    expect(left.filter((name) => !/Fragment|Screening/.test(name))).toEqual(['RuleParts']);
  });

  it('says which schema each kind of rule means', () => {
    expect(components['RuleSet.ObjectionWindow']).toMatchObject({
      discriminator: {
        propertyName: 'variant',
        mapping: { 'notice-period': '#/components/schemas/RuleSet.NoticePeriod' },
      },
    });
  });
});
