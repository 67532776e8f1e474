import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** Flags for Lambda that run the browser in one process, where it hangs beside another browser. */
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

/** The Chromium of the dependencies on Linux x64, elsewhere an installed Chrome. */
export const openBrowser = async (): Promise<Browser> => {
  if (process.platform === 'linux' && process.arch === 'x64')
    return driver.launch({ ...(await bundled()), headless: true, timeout: 120_000 });
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('these tests need Chrome: install it and run them again');
  return driver.launch({ executablePath, headless: true, timeout: 120_000 });
};
