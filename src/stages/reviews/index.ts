export { DrawEntity } from './draw/draw.entity';
export { PanelEntity } from './panels/panel.entity';
export { LotRankingEntity } from './report/lot-ranking.entity';
export { RankingEntity } from './report/ranking.entity';
export { SignatureEntity } from './report/signature.entity';
export { Reviews, type ReviewedBy } from './reviews';
export { ReviewsModule } from './reviews.module';
export { SeatEntity } from './seats/seat.entity';
export { SheetEntity } from './sheets/sheet.entity';
