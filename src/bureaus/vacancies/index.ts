/** Open seats by how urgent they are, and who is phoned for them in the last days. */
export { noteReserveCall } from './note-call.ts'
export { type CallOutcome, callOutcomes, type ReserveCall } from './reserve-call-store.ts'
export { keyOf as keyOfReserve, showPhoneList, type ToPhone } from './show-phone-list.ts'
export { type ShownVacancy, showVacancies } from './show-vacancies.ts'
