/** Trainings of members: places, who waits, who was there. */
export { type EnrolRefusal, enrol, type LeaveRefusal, lastMoment, leaveTraining } from './enrol.ts'
export { freeTrainingPlaces } from './free-places.ts'
export { cancelTraining, changeTraining, makeTraining, type TrainingRefusal } from './keep-training.ts'
export { noteTrainingAttendance, type TrainingAttendanceRefusal } from './note-attendance.ts'
export { openTrainingCertificate } from './open-certificate.ts'
export { type MemberToPhone, showPhonesOfTraining } from './show-phones.ts'
export {
  type EnrolChannel,
  longestOfTraining,
  type TrainingAttendance,
  type TrainingPlan,
  trainingAttendances,
} from './training.ts'
export {
  type EnrolledMember,
  enrolledIn,
  type ListedTraining,
  listTrainings,
  type TrainingOfMember,
  trainingCounts,
  trainingsOfMember,
  type UntrainedChair,
  untrainedChairs,
} from './trainings-overview.ts'
