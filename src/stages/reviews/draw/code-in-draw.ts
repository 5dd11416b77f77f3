import { PANEL_OF_THE_LOT } from '../../../rules';

/** How a draw names a kind of seat of a panel: panels by category may each have seats of one code, and are drawn together. */
export function codeInDraw(panelCode: string, seatCode: string): string {
  return panelCode === PANEL_OF_THE_LOT ? seatCode : `${panelCode}/${seatCode}`;
}
