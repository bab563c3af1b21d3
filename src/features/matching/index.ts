/** Which services may take a person for a need, and why. */
export { seekerOf, servicesFor, type ServiceFit } from './queries.ts'
export { ServiceCard } from './web/card.tsx'
export { embedPages, matchingPages } from './web/pages.tsx'
export { takesStatus, type Seeker } from './domain/rank.ts'
