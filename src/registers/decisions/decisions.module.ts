import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments';
import { InboxModule } from '../inbox';
import { PeopleModule } from '../people';
import { AnswerDecision } from './answer-decision';
import { DecisionRepository } from './decision.repository';
import { Decisions } from './decisions';
import { DecisionsController } from './decisions.controller';
import { DecisionsQuery } from './decisions.query';

@Module({
  imports: [AttachmentsModule, InboxModule, PeopleModule],
  controllers: [DecisionsController],
  providers: [AnswerDecision, DecisionRepository, Decisions, DecisionsQuery],
  exports: [Decisions],
})
export class DecisionsModule {}
