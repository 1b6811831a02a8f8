import { type ListedTraining, listTrainings } from '../../../bureaus/index.ts'
import { isId, type TrainingId } from '../../../platform/ids.ts'
import { type DeskRoute, type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { withElection } from '../../with-election.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

export interface TrainingDesk extends ElectionDesk {
  readonly training: ListedTraining
}

/** For a page of one training, whose id stands in its address. */
export function withTraining(
  handle: (desk: TrainingDesk) => Response | Promise<Response>,
): DeskRoute['handle'] {
  return withElection(async (desk) => {
    const training = await trainingOf(desk, desk.context.req.param('training') ?? '')
    return training ? handle({ ...desk, training }) : notFoundPage(desk)
  })
}

async function trainingOf(desk: ElectionDesk, asked: string): Promise<ListedTraining | undefined> {
  if (!isId(asked)) return undefined
  const found = await inOwnScope(desk, (db) =>
    listTrainings(db, desk.election, asked as string as TrainingId),
  )
  return found[0]
}

export const addressOf = ({ election, training }: TrainingDesk) => ({
  election: election.code,
  training: training.trainingId,
})

/** The pages above one of trainings: below a training also that one. */
export function trailOf({ election }: ElectionDesk, training?: ListedTraining) {
  const of = { election: election.code }
  return [
    { href: paths.bureaus(of), text: bureauTexts.title },
    { href: paths.trainings(of), text: texts.title },
    ...(training
      ? [{ href: paths.training({ ...of, training: training.trainingId }), text: training.title }]
      : []),
  ]
}
