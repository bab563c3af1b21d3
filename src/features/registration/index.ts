/** The link is the registration: an address, one button, and the nameless file has its person. */
export { planPage, registrationPages } from './web/pages.tsx'
export { normalEmail } from './domain.ts'
