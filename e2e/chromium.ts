import { type Browser, chromium } from '@playwright/test'
import { obtainChromium } from '../scripts/testing/chromium.ts'
import type { FakeDevices } from './media/devices.ts'
import type { SecureRelay } from './secure-relay.ts'

/**
 * Starts one Chromium process with a camera and a microphone of its own. Each end of a call needs its
 * own process: the fake devices belong to the process. Whether a page may use them is its context's
 * matter (`permissions`).
 * @param devices null: a machine without camera and microphone
 * @param more.relay is found by its name and trusted
 * @param more.switches come besides those that every browser has here
 */
export function launchChromium(
  devices: FakeDevices | null,
  { relay, switches = [] }: { relay?: SecureRelay | undefined; switches?: readonly string[] } = {},
): Promise<Browser> {
  return chromium.launch({
    executablePath: obtainChromium(),
    args: [
      ...SWITCHES,
      ...switches,
      `--host-resolver-rules=${[...(relay ? [`MAP ${relay.domain} 127.0.0.1`] : []), ...ONLY_HERE].join(', ')}`,
      ...(relay ? [`--ignore-certificate-errors-spki-list=${relay.fingerprint}`] : []),
      ...(devices ? deviceSwitches(devices) : []),
    ],
    // Playwright's own list silences the sound; here it must be heard.
    ignoreDefaultArgs: ['--mute-audio'],
  })
}

const deviceSwitches = ({ cameraFile, microphoneFile }: FakeDevices): string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${cameraFile}`,
  `--use-file-for-fake-audio-capture=${microphoneFile}`,
]

/** No name but this machine's resolves: what a page fetches from outside fails here as it would in a town hall without internet. */
const ONLY_HERE = ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost']

/**
 * Pages of its address bar that Chromium loads beside every page that is opened, which nobody sees here. Opening an
 * empty page took 1.2 s of a core with them and takes 0.3 s without.
 */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** Those that Playwright 1.65 turns off: Chromium heeds only the last such switch, which is ours. */
const PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

const SWITCHES = [
  '--no-sandbox',
  '--autoplay-policy=no-user-gesture-required',
  // Nothing of the browser's own goes out.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
  `--disable-features=${[...ADDRESS_BAR, ...PLAYWRIGHT].join(',')}`,
]
