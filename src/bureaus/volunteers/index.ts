/** Who offers to sit in a bureau, and comes after the lists. */
export {
  confirmByPhone,
  confirmOffer,
  dropUnconfirmedOffers,
  offerOfLink,
  offerToConfirm,
  withdrawOffer,
} from './confirm-offer.ts'
export { decideOffer, type OfferRefusal } from './decide-offer.ts'
export { volunteerSecret } from './links.ts'
export { listsComeFirst, type VolunteerToSeat, volunteersFor, volunteersToSeat } from './next-volunteer.ts'
export { offerAtCounter, offerOnline } from './offer.ts'
export { proposeVolunteer, type VolunteerProposalRefusal } from './propose-volunteer.ts'
export { type ApplicationFaults, readApplication } from './read-application.ts'
export { openContact, showVolunteer, showVolunteers, volunteersPerPage } from './show-volunteers.ts'
export {
  longestOfApplication,
  trainingTimes,
  type Volunteer,
  type VolunteerContact,
  volunteerFunctions,
} from './volunteer.ts'
export { callForVolunteers, isCallOpen, openVolunteerCalls, volunteerAddress } from './volunteer-call.ts'
export { type VolunteerMail, volunteerMailOutbox, volunteerToMail } from './volunteer-mail-store.ts'
export {
  type ShownVolunteer,
  type VolunteerFile,
  volunteerCounts,
  volunteerFiles,
} from './volunteers-overview.ts'
