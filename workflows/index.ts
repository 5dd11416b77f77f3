/** The only entry of the bundle: one workflow per kind of process, each of the process's name. */
export { needScreening } from './need-screening/need-screening.workflow';
export { round } from './round/round.workflow';
