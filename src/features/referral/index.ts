/** Referrals that end: one need, one service, one history that both sides and the person see. */
export {
  cancelReasons,
  cancelReferral,
  closeUnanswered,
  confirmReceived,
  readContent,
  tellOrganization,
  watchReferral,
  withdrawConsent,
} from './answering.ts'
export { openContent, type Content } from './content.ts'
export { isTerminal } from './domain/referral.ts'
export { move, type Acting, type ReferralRefusal } from './moves.ts'
export { answerConsent, askConsent, draftReferral, sendReferral } from './sending.ts'
export {
  eventsOf,
  referralById,
  referralsOfFile,
  unansweredSince,
  unwatchedSince,
  type StoredReferral,
} from './store.ts'
export { actingOf } from './web/acting.ts'
export { referralDoor } from './web/door.tsx'
export { referralTaps } from './web/one-tap.ts'
export { organizationPages } from './web/organization.tsx'
export { reasonKey, ReferralTrack, stateText } from './web/track.tsx'
export { SharedList } from './web/shared-list.tsx'
