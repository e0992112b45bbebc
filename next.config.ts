import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  // Two extra readings of every page in development would open two cameras.
  reactStrictMode: true,
  // Several root layouts and no common one: unmatched addresses need a page of their own.
  experimental: { globalNotFound: true },
  // Native modules, and packages that find their own files at run time.
  serverExternalPackages: ['pg', 'pino'],
  typescript: { tsconfigPath: 'tsconfig.json' },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          {
            key: 'permissions-policy',
            value: 'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
          },
          { key: 'x-content-type-options', value: 'nosniff' },
          { key: 'referrer-policy', value: 'same-origin' },
          { key: 'x-frame-options', value: 'DENY' },
        ],
      },
    ]
  },
}

/** Payload asks every page for colour-scheme hints, which makes browsers repeat the first request: the admin alone needs them. */
function onlyAdminHints(withHints: NextConfig): NextConfig {
  const headers = withHints.headers
  if (!headers) return withHints
  const isHint = ({ key }: { key: string }) => /^(accept-ch|critical-ch|vary)$/i.test(key)
  return {
    ...withHints,
    headers: async () =>
      (await headers()).map((rule) =>
        rule.headers.some(isHint) && rule.source === '/:path*' ? { ...rule, source: '/admin/:path*' } : rule,
      ),
  }
}

export default onlyAdminHints(
  withPayload(createNextIntlPlugin('./lib/i18n/request.ts')(config), { devBundleServerPackages: false }),
)
