import { encode } from 'uqr'

export interface QrCodeProps {
  text: string
  /** What it leads to, in words. */
  label: string
  className: string
}

/** A QR code, dark on white whatever surrounds it: phones do not read every other pair of colours. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <path fill="white" d={`M0 0h${size}v${size}H0z`} />
      <path fill="black" d={outlineOf(data)} />
    </svg>
  )
}

/** ISO/IEC 18004 asks for a margin of four modules. */
const QUIET_MODULES = 4

const outlineOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
