/** Files and persons: a file begins without a name, registration gives it one. */
export {
  deleteExpiredFiles,
  fileById,
  filesToWriteTo,
  givePerson,
  insertFile,
  insertPerson,
  namesOfFiles,
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
export { oneTapPages, type Tap, type Taps } from './web/one-tap.tsx'
