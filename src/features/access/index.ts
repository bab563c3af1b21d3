/** Who is asking, and by which door: sessions, links, staff, and the access that every route declares. */
export { makeLink, type LinkRequest } from './links.ts'
export { endFeeds, feedsOfFile, insertLink, linkByHash, markLinkUsed, saveLinkCode, type Link } from './link-store.ts'
export { becomeActor, countUse, countWrong, isSlowed, isWornOut, presentToken, startSession } from './sessions.ts'
export { endExpired, endSession } from './store.ts'
export {
  endStaff,
  insertStaff,
  saveStaff,
  staffByEmail,
  staffById,
  staffIdToWriteTo,
  type Staff,
} from './staff-store.ts'
export { access, accessOrOneClick, accessWithFiles, entriesOf, isOneClick, openToAll } from './web/access.ts'
export { clearSessionCookie, readSessionCookie } from './web/cookies.ts'
export { formFields, formToken, requestKey } from './web/form-token.ts'
export { followChoice, rememberLanguage, speak, speakTo } from './web/language.ts'
export { publicPage, workspacePage } from './web/page.tsx'
export { showTooMany } from './web/refusals.tsx'
export { signInPages, type WriteSignIn } from './web/sign-in.tsx'
export { forgetCommand } from './web/ending.ts'
