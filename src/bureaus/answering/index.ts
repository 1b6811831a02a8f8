/** How a member can be reached and paid, what they answered, and when time for it is over. */
export { answerCall } from './answer-call.ts'
export { changeAccount } from './change-account.ts'
export { closeTerms } from './close-terms.ts'
export {
  type Contact,
  type ContactFault,
  type ContactFaults,
  longestOfContact,
  readContact,
} from './contact.ts'
export { contactOf } from './keep-contact.ts'
export { type MyCall, myCalls } from './my-calls-overview.ts'
export { noteContact } from './note-contact.ts'
