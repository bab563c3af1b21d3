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
  saveLanguage,
  savePersonLanguage,
  saveRegion,
  type File,
  type Person,
} from './store.ts'
export { eachPerson, ofMember } from './web/member.ts'
export {
  deleteMember,
  insertMember,
  memberById,
  membersOf,
  relations,
  type Member,
  type Relation,
} from './member-store.ts'
