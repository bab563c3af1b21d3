import type { Example } from '../../example.ts'
import { StepCard } from '../step-card/step-card.tsx'
import { Timeline } from './timeline.tsx'

const step = (anchorId: string, number: number, title: string, dateText: string) => (
  <StepCard
    anchorId={anchorId}
    number={number}
    title={title}
    dateText={dateText}
    why="Débloque l’étape suivante."
    details=""
  />
)

export const examples: Example[] = [
  {
    name: 'un plan en deux temps',
    render: () => (
      <Timeline
        groups={[
          {
            id: 'first-week',
            title: 'La première semaine',
            hint: 'Du 27 mars au 3 avril',
            items: [
              step('week-nas', 1, 'Demander votre NAS', 'Avant le 3 avril'),
              step('week-health', 2, 'Demander votre carte Soleil', 'Avant le 3 avril'),
            ],
          },
          {
            id: 'first-month',
            title: 'Le premier mois',
            items: step('month-school', 3, 'Inscrire votre enfant à l’école', 'Avant le 27 avril'),
          },
        ]}
      />
    ),
  },
]
