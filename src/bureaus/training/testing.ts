import type { TrainingPlan } from './training.ts'

/** An evening for chairs of polling bureaus in September 2030, for tests. */
export function aTraining(plan: Partial<TrainingPlan> = {}): TrainingPlan {
  return {
    title: 'Voorzitter van een stembureau',
    kinds: ['POLLING'],
    roles: ['CHAIR'],
    startsAt: new Date('2030-09-24T17:00:00Z'),
    endsAt: new Date('2030-09-24T19:00:00Z'),
    place: 'Raadzaal, Dorpsplein 1',
    link: null,
    capacity: 3,
    enrolUntil: new Date('2030-09-20T22:00:00Z'),
    ...plan,
  }
}
