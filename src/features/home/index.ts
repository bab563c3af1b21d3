/** A newcomer's own pages: composed from what the other slices show. */
export { homePages } from './pages.tsx'
export { publicPages } from './public.tsx'
