import { refuseScreening } from './screening.refusals';

/** Fewer than three could not outvote one; the same least number as for a panel by 政府采购法 art. 38. */
const LEAST_EXPERTS = 3;

/**
 * Passes when so many experts may screen a list: an odd number, at least three.
 * @throws SCREENING.PANEL_SIZE
 * @source 政府采购法 art. 38, taken over: the domain asks for a panel and names no number
 */
export function requirePanelSize(given: number): void {
  if (given >= LEAST_EXPERTS && given % 2 === 1) return;
  throw refuseScreening('SCREENING.PANEL_SIZE', { least: LEAST_EXPERTS, given }, '/personIds');
}
