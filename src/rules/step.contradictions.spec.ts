import { proveRefused } from './contradiction-cases.fixture';
import { features } from './round-features.fixture';
import type { Choice, RuleSet } from './rule-set.types';

const options = (r: RuleSet, index: number) => (r.decisions![index]!.answer as Choice).options;
const name = { zh: '名称', en: 'Name' };

describe('published steps', () => {
  const step = (code: string, is: NonNullable<RuleSet['steps']>[number]['is']) => ({
    ...{ code, name, is },
  });
  const noEvaluation = (kind: 'midterm' | 'final') => (r: RuleSet) => {
    r.evaluations = r.evaluations.filter((one) => one.kind !== kind);
    r.tranches.forEach((tranche) => (tranche.trigger = { variant: 'contract-signed' }));
  };

  proveRefused({
    'a step in front of one that comes before it': {
      on: features.publishedSteps,
      spoil: (r) => r.steps!.splice(1, 2, r.steps![2]!, r.steps![1]!),
      refused: 'RULES.STEP_NOT_IN_ORDER /steps/2/is',
      twin: (r) => r.steps!.splice(2, 2, r.steps![3]!, r.steps![2]!),
    },
    'a vote without rules of it': {
      spoil: (r) => (r.steps = [step('vote', 'votes')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => {
        features.votesInScore(r);
        r.steps = [step('vote', 'votes')];
      },
    },
    'gifts without rules of them': {
      spoil: (r) => (r.steps = [step('gifts', 'gifts')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => {
        features.giftMatch(r);
        r.steps = [step('gifts', 'gifts')];
      },
    },
    'a pitch without rules of it': {
      spoil: (r) => (r.steps = [step('pitch', 'pitch')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => {
        features.shortlistAndPitch(r);
        r.steps = [step('shortlist', 'shortlisting'), step('pitch', 'pitch')];
      },
    },
    'a shortlist without rules of it': {
      spoil: (r) => (r.steps = [step('first', 'shortlisting')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => {
        r.steps = [step('first', 'shortlisting')];
        features.decisions(r);
        r.decisions![0]!.at = 'shortlisting';
      },
    },
    'forwarding without layers': {
      spoil: (r) => (r.steps = [step('street', 'forwarding')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => {
        features.forwarding(r);
        r.steps = [step('street', 'forwarding'), step('city', 'forwarding')];
      },
    },
    'a pricing with nothing to price': {
      spoil: (r) => (r.steps = [step('price', 'pricing')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => {
        features.laterPriced(r);
        r.steps = [step('price', 'pricing')];
      },
    },
    'a mid-term without an evaluation': {
      on: noEvaluation('midterm'),
      spoil: (r) => (r.steps = [step('midterm', 'midterm')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => (r.steps = [step('final', 'final')]),
    },
    'a final evaluation that there is none of': {
      on: noEvaluation('final'),
      spoil: (r) => (r.steps = [step('final', 'final')]),
      refused: 'RULES.STEP_WITHOUT_RULES /steps/0/is',
      twin: (r) => (r.steps = [step('midterm', 'midterm')]),
    },
    'two steps of one code': {
      on: features.publishedSteps,
      spoil: (r) => (r.steps![3]!.code = 'talks'),
      refused: 'RULES.DUPLICATE_CODE /steps/3/code',
      twin: (r) => (r.steps![3]!.code = 'talks-2'),
    },
  });
});

describe('decisions of named roles', () => {
  proveRefused({
    'two options of one code': {
      on: features.decisions,
      spoil: (r) => (options(r, 0)[1]!.code = 'yes'),
      refused: 'RULES.DUPLICATE_CODE /decisions/0/answer/options/1/code',
      twin: (r) => (options(r, 0)[1]!.code = 'yes-2'),
    },
    'a question on bids before there is one': {
      on: features.decisions,
      spoil: (r) => (r.decisions![0]!.at = 'needs'),
      refused: 'RULES.DECISION_TOO_EARLY /decisions/0/at',
      twin: (r) => (r.decisions![0]!.at = 'call'),
    },
    'a question on awards before there is one': {
      on: features.decisions,
      spoil: (r) => (r.decisions![0]!.per = 'award'),
      refused: 'RULES.DECISION_TOO_EARLY /decisions/0/at',
      twin: (r) => Object.assign(r.decisions![0]!, { per: 'award', at: 'pricing' }),
    },
    'a question on projects before the contract': {
      on: features.decisions,
      spoil: (r) => Object.assign(r.decisions![0]!, { per: 'project', at: 'notice' }),
      refused: 'RULES.DECISION_TOO_EARLY /decisions/0/at',
      twin: (r) => Object.assign(r.decisions![0]!, { per: 'project', at: 'contract' }),
    },
    'a lot that is put out': {
      on: features.decisions,
      spoil: (r) => (options(r, 1)[1]!.effect = 'excludes'),
      refused: 'RULES.DECISION_EFFECT_UNSUITED /decisions/1/answer/options/1/effect',
      twin: (r) => (options(r, 1)[1]!.effect = 'noted'),
    },
    'a bid that ends the round': {
      on: features.decisions,
      spoil: (r) => (options(r, 0)[1]!.effect = 'ends'),
      refused: 'RULES.DECISION_EFFECT_UNSUITED /decisions/0/answer/options/1/effect',
      twin: (r) => (options(r, 0)[1]!.effect = 'noted'),
    },
  });
});
