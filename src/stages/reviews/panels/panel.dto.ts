import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Optional } from '../../../platform/http/optional.decorator';
import { PageRequest } from '../../../platform/http/page.dto';
import type { Person } from '../../../registers/people';
import type { SeatEntity } from '../seats/seat.entity';
import {
  leavingCauses,
  seatTransitions,
  type LeavingCause,
  type SeatState,
} from '../seats/seat.transitions';
import type { PanelEntity } from './panel.entity';
import { panelTransitions, type PanelState } from './panel.transitions';
import type { NamedPanel } from './panels.query';

export class ListPanelsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  lotId?: string;
}

/** What the pool lacks while a draw waits. */
export class ShortfallView {
  @ApiProperty({ description: 'The code of the seat' }) seat!: string;
  @ApiProperty() needed!: number;
  @ApiProperty() found!: number;
}

export class PanelView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) lotId!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ description: 'The review, from 1; a re-review has panels of its own' })
  no!: number;
  @ApiProperty({ description: 'Of the panel in the rule set; `lot` for that of a whole lot' })
  code!: string;
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'The categories whose bids it reviews; null for all',
  })
  categories!: string[] | null;
  @ApiProperty({ enum: panelTransitions.states }) state!: PanelState;
  @ApiProperty({ description: 'The revision of the rule set' }) revision!: number;
  @ApiProperty({ type: ShortfallView, nullable: true }) lacking!: ShortfallView | null;
  @ApiProperty() version!: number;

  static of(panel: PanelEntity): PanelView {
    const { id, lotId, roundId, no, code, categories, state, revision, lacking, version } = panel;
    return { id, lotId, roundId, no, code, categories, state, revision, lacking, version };
  }
}

export class PanelPage {
  @ApiProperty({ type: [PanelView] }) items!: PanelView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

/** An expert who was called to a panel, by name. */
export class CalledExpertView {
  @ApiProperty({ format: 'uuid' }) seatId!: string;
  @ApiProperty({ description: 'The code of the seat in the rule set' }) seatCode!: string;
  @ApiProperty({ format: 'uuid' }) expertId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: seatTransitions.states }) state!: SeatState;
  @ApiProperty({ enum: leavingCauses, nullable: true }) cause!: LeavingCause | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ description: 'The draw that called the expert' }) draw!: number;
  @ApiProperty({ description: 'The place in its order, from 1' }) place!: number;
  @ApiProperty({ format: 'date-time' }) invitedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: string | null;
  @ApiProperty({ description: 'Of the seat, for If-Match' }) seatVersion!: number;

  static of(seat: SeatEntity, people: readonly Person[]): CalledExpertView {
    const answeredAt = seat.answeredAt ?? seat.leftAt;
    return {
      seatId: seat.id,
      seatCode: seat.seatCode,
      expertId: seat.expertId,
      name: people.find(({ id }) => id === seat.personId)!.name,
      state: seat.state,
      cause: seat.cause,
      reason: seat.reason,
      draw: seat.drawNo,
      place: seat.place,
      invitedAt: printInstant(seat.invitedAt),
      answeredAt: answeredAt === null ? null : printInstant(answeredAt),
      seatVersion: seat.version,
    };
  }
}

/** A panel with names, for those who run and watch the round; how many sheets are in tells no score. */
export class NamedPanelView extends PanelView {
  @ApiProperty({ type: [CalledExpertView] }) experts!: CalledExpertView[];
  @ApiProperty() sheetsIn!: number;
  @ApiProperty() sheetsWanted!: number;

  static withNames({ panel, seats, people, scoring }: NamedPanel): NamedPanelView {
    return {
      ...PanelView.of(panel),
      experts: seats.map((seat) => CalledExpertView.of(seat, people)),
      sheetsIn: scoring.sheets.length,
      sheetsWanted: scoring.seated.length * scoring.bids.length,
    };
  }
}
