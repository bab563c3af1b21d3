/** The agent's pages: composed from what the other slices show. */
export { assessmentEditPages } from './assessment.tsx'
export { filePages } from './file.tsx'
export { planEditPages } from './plan.tsx'
export { queuePages } from './queue.tsx'
export { referPages } from './refer.tsx'
export { referralPages } from './referral.tsx'
