/** A level from 0 to 1 as a row of lamps; the number of lit ones is the level. */
export function LevelMeter({ level, label }: { level: number; label: string }) {
  const lit = Math.round(level * LAMPS.length)
  return (
    <div>
      <meter className="sr-only" aria-label={label} min={0} max={LAMPS.length} value={lit} />
      <div aria-hidden="true" className="flex h-6 gap-1">
        {LAMPS.map((lamp) => (
          <span
            key={lamp}
            className={`h-full w-2 rounded-full transition-colors duration-75 ${lamp < lit ? 'bg-green' : 'bg-line'}`}
          />
        ))}
      </div>
    </div>
  )
}

const LAMPS = Array.from({ length: 16 }, (_, index) => index)
