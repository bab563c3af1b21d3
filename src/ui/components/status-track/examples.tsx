import type { Example } from '../../example.ts'
import { StatusTrack } from './status-track.tsx'

export const examples: Example[] = [
  {
    name: 'une référence en cours',
    render: () => (
      <StatusTrack
        items={[
          { label: 'Demande envoyée', time: '12 mars 2026, 9 h 40', state: 'done' },
          { label: 'Reçue par l’organisme', time: '13 mars 2026, 14 h 05', state: 'done' },
          { label: 'En discussion', time: 'Réponse attendue avant le 18 mars', state: 'current' },
          { label: 'Premier rendez-vous', state: 'todo' },
        ]}
      />
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <StatusTrack
        items={[
          { label: 'أُرسل الطلب', time: '12 مارس 2026', state: 'done' },
          { label: 'قيد المناقشة', state: 'current' },
        ]}
      />
    ),
  },
]
