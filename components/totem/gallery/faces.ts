interface Colours {
  wall: string
  skin: string
  hair: string
  clothes: string
}

/** A person before a wall, as an address of a picture: light, dark and coloured parts as a camera's picture has. */
function face({ wall, skin, hair, clothes }: Colours): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">
    <rect width="640" height="480" fill="${wall}"/>
    <rect x="40" y="60" width="110" height="210" fill="#ffffff" opacity=".5"/>
    <path d="M95 480c0-120 90-170 225-170s225 50 225 170z" fill="${clothes}"/>
    <rect x="275" y="270" width="90" height="90" rx="40" fill="${skin}"/>
    <ellipse cx="320" cy="190" rx="112" ry="136" fill="${skin}"/>
    <path d="M205 190c-12-110 50-160 115-160s127 50 115 160c-20-60-60-78-115-78s-95 18-115 78z" fill="${hair}"/>
    <circle cx="280" cy="196" r="11" fill="#222"/><circle cx="360" cy="196" r="11" fill="#222"/>
    <path d="M280 258q40 32 80 0" fill="none" stroke="#8c3b36" stroke-width="9" stroke-linecap="round"/>
  </svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg.replaceAll(/\n\s*/g, ''))}`
}

export const FACES = {
  operator: face({ wall: '#cfdbe6', skin: '#e8b995', hair: '#5b3722', clothes: '#1f5fa8' }),
  visitor: face({ wall: '#e6dccb', skin: '#d7a077', hair: '#9a9a9a', clothes: '#784a37' }),
}
