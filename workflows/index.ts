/** The only entry of the bundle: one workflow per kind of process, each of the process's name. */
export { challenge } from './challenge/challenge.workflow';
export { needScreening } from './need-screening/need-screening.workflow';
export { panelReview } from './panel-review/panel-review.workflow';
export { payment } from './payment/payment.workflow';
export { project } from './project/project.workflow';
export { round } from './round/round.workflow';
