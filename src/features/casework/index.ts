/** The agent's pages: composed from what the other slices show. */
export { filePages } from './file.tsx'
export { queuePages } from './queue.tsx'
export { referPages } from './refer.tsx'
export { referralPages } from './referral.tsx'
