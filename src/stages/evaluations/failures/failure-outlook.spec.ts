import type { EvaluationState } from '../evaluation.transitions';
import { outlookOf } from './failure-outlook';

const evaluation = (id: string, state: EvaluationState, passed: boolean | null) => ({
  ...{ id, state, passed },
});
const failed = evaluation('midterm', 'graded', false);

describe('outlookOf', () => {
  it('makes a failed mid-term good when a later evaluation is passed', () => {
    expect(outlookOf(failed, [failed, evaluation('final', 'graded', true)])).toBe('makeGood');
  });

  it('waits for a later evaluation that is not decided', () => {
    expect(outlookOf(failed, [failed, evaluation('final', 'scored', true)])).toBe('waits');
    expect(outlookOf(failed, [failed, evaluation('final', 'awaiting', null)])).toBe('waits');
  });

  it('gives it up when every later one is failed, or there is none', () => {
    expect(outlookOf(failed, [failed, evaluation('final', 'graded', false)])).toBe('giveUp');
    expect(outlookOf(failed, [failed])).toBe('giveUp');
  });

  it('is not made good by an earlier one', () => {
    const final = evaluation('final', 'graded', false);
    expect(outlookOf(final, [evaluation('midterm', 'graded', true), final])).toBe('giveUp');
  });
});
