import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../../kernel/instant';
import type { DrawProof } from '../panels/panels.query';
import type { SeatEntity } from '../seats/seat.entity';
import {
  leavingCauses,
  seatTransitions,
  type LeavingCause,
  type SeatState,
} from '../seats/seat.transitions';
import type { PanelEntity } from '../panels/panel.entity';
import { codeInDraw } from './code-in-draw';
import type { DrawEntity } from './draw.entity';

/** One draw: what was frozen, and what was drawn from it later. */
export class DrawView {
  @ApiProperty() no!: number;
  @ApiProperty({ description: 'The frozen document as it was hashed (RFC 8785)' }) frozen!: string;
  @ApiProperty({ description: 'SHA-256 of it, in hex' }) poolDigest!: string;
  @ApiProperty({ format: 'date-time' }) frozenAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Thirty-two random bytes, in hex' })
  entropy!: string | null;
  @ApiProperty({ type: String, nullable: true }) seed!: string | null;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'By the code of the seat in the draw: its leaves in order',
  })
  orders!: Record<string, string[]> | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) drawnAt!: string | null;

  static of(draw: DrawEntity): DrawView {
    const { no, frozen, poolDigest, frozenAt, entropy, seed, orders, drawnAt } = draw;
    return {
      no,
      frozen,
      poolDigest,
      frozenAt: printInstant(frozenAt),
      entropy: entropy?.toString('hex') ?? null,
      seed,
      orders,
      drawnAt: drawnAt === null ? null : printInstant(drawnAt),
    };
  }
}

/** One call to a seat, in the order of the calls; who it was stands only in `opened`. */
export class CallView {
  @ApiProperty() draw!: number;
  @ApiProperty({ description: 'The code of the seat in the draw' }) seatCode!: string;
  @ApiProperty() leaf!: string;
  @ApiProperty({ description: 'The place in the order of the seat, from 1' }) place!: number;
  @ApiProperty({ enum: seatTransitions.states }) state!: SeatState;
  @ApiProperty({ enum: leavingCauses, nullable: true }) cause!: LeavingCause | null;
  @ApiProperty({ format: 'date-time' }) calledAt!: string;

  static of(seat: SeatEntity, { code }: PanelEntity): CallView {
    const { drawNo, leaf, place, state, cause, invitedAt } = seat;
    const seatCode = codeInDraw(code, seat.seatCode);
    return { draw: drawNo, seatCode, leaf, place, state, cause, calledAt: printInstant(invitedAt) };
  }
}

/** What shows whose a leaf is: SHA-256("gy-pool-1" ‖ salt ‖ expert ‖ seat). */
export class OpenedLeafView {
  @ApiProperty() leaf!: string;
  @ApiProperty({ description: 'In hex' }) salt!: string;
  @ApiProperty({ format: 'uuid' }) expertId!: string;
}

/** A leaf of the pool that is passed over, since its expert was called to another panel of the same review. */
export class CalledElsewhereView extends OpenedLeafView {
  @ApiProperty({ description: 'The code of the seat in the draw' }) seatCode!: string;
  @ApiProperty({ format: 'uuid', description: 'The panel that called the expert' })
  panelId!: string;
  @ApiProperty({ format: 'date-time' }) calledAt!: string;
}

/** Everything that anyone needs to draw again and compare. */
export class DrawProofView {
  @ApiProperty({ format: 'uuid' }) panelId!: string;
  @ApiProperty({ description: 'Of the panel in the rule set; `lot` for that of a whole lot' })
  code!: string;
  @ApiProperty({ type: [DrawView] }) draws!: DrawView[];
  @ApiProperty({ type: [CallView] }) calls!: CallView[];
  @ApiProperty({
    type: [OpenedLeafView],
    nullable: true,
    description: 'Those who were called, from the public notice on; null before it',
  })
  opened!: OpenedLeafView[] | null;
  @ApiProperty({
    type: [CalledElsewhereView],
    nullable: true,
    description:
      'Those of the pool whom another panel of the same review called: they are passed over here; null before the notice',
  })
  calledElsewhere!: CalledElsewhereView[] | null;

  static of({ panel, draws, seats, elsewhere, isDisclosed }: DrawProof): DrawProofView {
    return {
      panelId: panel.id,
      code: panel.code,
      draws: draws.map((draw) => DrawView.of(draw)),
      calls: seats.map((seat) => CallView.of(seat, panel)),
      opened: isDisclosed ? seats.map((seat) => opened(seat, panel, draws)) : null,
      calledElsewhere: isDisclosed
        ? elsewhere.flatMap((seat) => calledElsewhere(seat, draws))
        : null,
    };
  }
}

function opened(
  { drawNo, seatCode, leaf, expertId }: SeatEntity,
  { code }: PanelEntity,
  draws: readonly DrawEntity[],
): OpenedLeafView {
  const { members } = draws.find(({ no }) => no === drawNo)!;
  const member = members.find((one) => one.expertId === expertId)!;
  return { leaf, salt: member.leaves[codeInDraw(code, seatCode)]!.salt, expertId };
}

/** Every leaf that stood in this panel's draws for an expert whom another panel called. */
function calledElsewhere(
  { expertId, panelId, invitedAt }: SeatEntity,
  draws: readonly DrawEntity[],
): CalledElsewhereView[] {
  const calledAt = printInstant(invitedAt);
  return draws.flatMap(({ members }) =>
    members
      .filter((member) => member.expertId === expertId)
      .flatMap(({ leaves }) => Object.entries(leaves))
      .map(([seatCode, leaf]) => ({ ...leaf, seatCode, expertId, panelId, calledAt })),
  );
}
