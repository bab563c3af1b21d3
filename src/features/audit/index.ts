/** Who saw or did what with a file: written for every access, read by the person and by reviewers. */
export { groupLooks, type Look } from './domain/looks.ts'
export { auditOfFile, insertTraces, type AuditEntry } from './store.ts'
export { recordEvent, type Event } from './event-store.ts'
