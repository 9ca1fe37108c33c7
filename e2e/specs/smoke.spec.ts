import { expect, test } from '@playwright/test';

test('the page opens without a word on the console', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()}`));

  await page.goto('./');

  await expect(page).toHaveTitle('Schemerge');
  await expect(page.getByRole('main')).toBeVisible();
  expect(complaints).toEqual([]);
});
