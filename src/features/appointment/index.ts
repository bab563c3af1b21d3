/** The promise clock and the meetings that keep it. */
export { keepClock, noteMeeting, startClock } from './commands.ts'
export { promisesFor, type Promised } from './domain/promise.ts'
export { meetingsOf, type Meeting } from './store.ts'
