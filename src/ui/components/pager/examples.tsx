import type { Example } from '../../example.ts'
import { Pager } from './pager.tsx'

export const examples: Example[] = [
  {
    name: 'au milieu d’une liste',
    render: () => (
      <Pager
        words={{ label: 'Pages de la liste', previous: 'Page précédente', next: 'Page suivante' }}
        previous="?page=1"
        next="?page=3"
      />
    ),
  },
  {
    name: 'en arabe, première page',
    lang: 'ar',
    dir: 'rtl',
    render: () => <Pager words={{ label: 'صفحات القائمة', previous: 'السابق', next: 'التالي' }} next="?page=2" />,
  },
]
