import type { Plan, PlanPoint } from '@/lib/content/plan.ts'
import styles from './stage-page.module.css'

/** How far, rounded to what a drawing is worth. */
export const distanceText = (metres: number, locale: string): string => {
  const isFar = metres >= 1_000
  const value = isFar ? Math.round(metres / 100) / 10 : Math.max(50, Math.round(metres / 50) * 50)
  const unit = isFar ? 'kilometer' : 'meter'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
}

const SIZE = 100
/** Twice as wide as high: what lies far north or south is drawn closer to the middle by nobody, so it is cut. */
const HEIGHT = 62

/** A plan drawn from nothing but coordinates: where one is, where to go, north, and how far. */
export function PlanDrawing({ plan, here, locale }: { plan: Plan; here: string; locale: string }) {
  const { there, others, widthMetres } = plan
  const start = plan.here
  const scale = SCALES.findLast((metres) => metres <= widthMetres / 3) ?? 100
  const scaleWidth = (scale / widthMetres) * SIZE
  return (
    <svg viewBox={`0 0 ${SIZE} ${HEIGHT}`} className={styles.plan} aria-hidden="true">
      <rect width={SIZE} height={HEIGHT} rx="3" className={styles.ground} />
      {start && <line {...ends(start, there)} className={styles.way} />}
      {others.map((other) => (
        <PlanPlace key={other.name} point={other} size={1} />
      ))}
      {start && <PlanPlace point={{ ...start, name: here }} size={1.9} kind="here" />}
      <PlanPlace point={there} size={2.2} kind="there" />
      <g transform={`translate(${SIZE - 7} 8)`}>
        <path d="M0-5 2.4 1.6 0 .4-2.4 1.6Z" className={styles.needle} />
        <text y="6" textAnchor="middle" className={styles.small}>
          N
        </text>
      </g>
      <g transform={`translate(4 ${HEIGHT - 4})`}>
        <path d={`M0-1.5V0H${scaleWidth}V-1.5`} className={styles.scale} />
        <text x={scaleWidth + 1.5} y="0.4" className={styles.small}>
          {distanceText(scale, locale)}
        </text>
      </g>
    </svg>
  )
}

const SCALES = [100, 200, 500, 1_000, 2_000, 5_000, 10_000]

const yOf = ({ y }: PlanPoint): number => HEIGHT / 2 + (y - 0.5) * SIZE
const xOf = ({ x }: PlanPoint): number => x * SIZE

const ends = (from: PlanPoint, to: PlanPoint) => ({ x1: xOf(from), y1: yOf(from), x2: xOf(to), y2: yOf(to) })

interface PlanPlaceProps {
  point: PlanPoint
  size: number
  kind?: 'here' | 'there' | 'other'
}

function PlanPlace({ point, size, kind = 'other' }: PlanPlaceProps) {
  const [x, y] = [xOf(point), yOf(point)]
  // A name that would leave the drawing stands on the other side.
  const isRight = x > SIZE * 0.62
  return (
    <g data-kind={kind} className={styles.place}>
      <circle cx={x} cy={y} r={size} />
      <text x={isRight ? x - size - 1.2 : x + size + 1.2} y={y + 1.2} textAnchor={isRight ? 'end' : 'start'}>
        {point.name}
      </text>
    </g>
  )
}
