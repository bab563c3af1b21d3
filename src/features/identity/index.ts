/** Files and persons: a file begins without a name, registration gives it one. */
export {
  deleteExpiredFiles,
  fileById,
  filesAfter,
  filesToWriteTo,
  givePerson,
  insertFile,
  insertPerson,
  personById,
  personOfLink,
  registeredFiles,
  saveLanguage,
  savePersonLanguage,
  saveRegion,
  type File,
  type Person,
  type RegisteredFile,
} from './store.ts'
export { eachPerson, memberShown, ofMember } from './web/member.ts'
export {
  deleteMember,
  insertMember,
  memberById,
  membersOf,
  relations,
  type Member,
  type Relation,
} from './member-store.ts'
export { oneTapPages, type Door, type Tap, type Taps } from './web/one-tap.tsx'
