/** The consent ledger: asked per referral, in the person's words, withdrawn as easily as given. */
export {
  consentById,
  consentInForce,
  consentOfReferral,
  insertConsent,
  saveConsentState,
  type Consent,
  type ConsentState,
} from './store.ts'
export { ConsentPoints } from './web/points.tsx'

/** The version of the words a consent is asked with (content: consent.*); a change of them changes it. */
export const consentTextVersion = '2026-11-24'
