/** Who saw or did what with a file: written for every access, read by the person and by reviewers. */
export { auditOfFile, insertTraces, type AuditEntry } from './store.ts'
