/** A newcomer's own pages: composed from what the other slices show. */
export { followedReferrals } from './followed.tsx'
export { homePages } from './pages.tsx'
export { publicPages } from './public.tsx'
