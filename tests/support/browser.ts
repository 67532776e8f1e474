import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/**
 * Flags that are left out because they make the browser run in a single process. Lambda needs that, but on this machine
 * such a browser hangs while another one is running.
 */
const NOT_HERE = new Set(['--single-process', '--no-zygote']);

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const bundled = async () => ({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter((arg) => !NOT_HERE.has(arg)),
});

/** Opens a browser: on Linux x64 the Chromium among the dependencies, elsewhere the installed Chrome. */
export const openBrowser = async (): Promise<Browser> => {
  if (process.platform === 'linux' && process.arch === 'x64')
    return driver.launch({ ...(await bundled()), headless: true, timeout: 120_000 });
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('these tests need Chrome: install it and run them again');
  return driver.launch({ executablePath, headless: true, timeout: 120_000 });
};
