import { defineRefusals } from '../kernel/refusal';
import { fault } from './rules-fault';

/** What the law asks for that is no number. */
export const refuseLaw = defineRefusals('RULES', {
  CALENDAR_OF_LAW: fault(
    '政府采购的工作日按国务院放假安排计算，不能用“{calendar}”。',
    'Working days of a procurement are those of the State Council’s calendar, not of "{calendar}".',
  ),
  EXPERTS_NOT_NAMED: fault(
    '依据{article}，结果公告应有评审专家名单。',
    'By {article} the result is published with the names of the experts.',
  ),
  USERS_LEFT_OUT: fault(
    '依据{article}，评估“{evaluation}”应有服务对象参与。',
    'By {article} those served take part in the evaluation "{evaluation}".',
  ),
  SITE_CHECK_CHANGES_RESULT: fault(
    '依据{article}，不得以考察改变评审结果；事项“{decision}”会这样做。',
    'By {article} no visit may change the result of the review; the decision "{decision}" would.',
  ),
});
