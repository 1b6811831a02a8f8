/**
 * The tenant and its people: the one validated file that a municipality is, kept in versions, and the staff who
 * act for it, with their rights and credentials. Knows nothing of elections.
 */
export { type AlreadyThere, addMunicipality } from './add-municipality.ts'
export { armsAddress, armsPath, findArms } from './arms.ts'
export { changeTexts, settingsVersion } from './change-texts.ts'
export type { CredentialId } from './credential.ts'
export { type Deputy, type DeputyId, deputisedRight, mostDays, neededOfDeputy } from './deputy.ts'
export { deputiesOn } from './deputy-store.ts'
export { type FileFault, faultsOfFile, faultsOfMunicipalityFile, type JsonKind } from './file-faults.ts'
export type { FileRule } from './file-rules.ts'
export { findIssuer, findMunicipality, getSettings, listMunicipalities } from './find-municipality.ts'
export { keepForm, lookAtForm, takeForm } from './keep-form.ts'
export { logIn } from './log-in.ts'
export { areaOf, changeMunicipality, staffInArea } from './log-in-for-area.ts'
export { authenticateStaff, issueCredential, revokeCredential } from './manage-credentials.ts'
export { endSession, endSessionsOf, findSession, type SessionFound } from './manage-sessions.ts'
export { addStaff, areKnownAsTwo, endStaff, listStaff } from './manage-staff.ts'
export { isCodeOn, mergerOf } from './merger.ts'
export {
  type AdvisedHourSettings,
  type LanguageRegime,
  languageRegimes,
  type Municipality,
  type MunicipalitySettings,
  mayAskForFrench,
  settingsIn,
} from './municipality.ts'
export { checkMunicipalityFile } from './municipality-file.ts'
export { type SettingsVersion, selectSettings, selectSettingsVersions } from './municipality-store.ts'
export { type DeputyRefusal, endDeputy, listDeputies, nameDeputy } from './name-deputy.ts'
export { type OwnTexts, ownTextsOf, textDifferences, textsByPath, withOwnTexts } from './own-texts.ts'
export {
  type AuthorityRole,
  authorityRights,
  authorityRoles,
  isStaffRole,
  rightsOf,
  type StaffRole,
  staffRoles,
} from './roles.ts'
export { isFresh, type Session } from './session.ts'
export { selectLastLogin } from './session-store.ts'
export { differences, fieldsByPath, type TextDifference } from './settings-differences.ts'
export { readSettings, type TextFault } from './settings-faults.ts'
export {
  isKnownToDo,
  isStaffRight,
  mayDo,
  type Staff,
  type StaffMember,
  type StaffRight,
  staffRights,
} from './staff.ts'
export { staffNameOf } from './staff-store.ts'
export { maxSvgBytes, type SvgFault } from './svg-safety.ts'
export { type MunicipalityChange, type Updated, updateMunicipality } from './update-municipality.ts'
