export { noteReserveCall } from './note-call.ts'
export { type CallOutcome, callOutcomes, type ReserveCall } from './reserve-call-store.ts'
export { keyOf as keyOfReserve, phonesPerPage, showPhoneList, type ToPhone } from './show-phone-list.ts'
export { type NextForSeat, type ShownVacancy, showVacancies, vacanciesPerPage } from './show-vacancies.ts'
