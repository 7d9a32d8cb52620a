/** What somebody sees who opens an invitation link: the invitation is in the fragment, so only their browser knows it. */
export const landingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Holdfast</title>
</head>
<body>
<h1>Holdfast</h1>
<p>This is a Holdfast sync worker. It keeps the people and companies that a company's members record with the browser extension.</p>
<p>Were you invited? Copy the whole link from the address bar and paste it into the Holdfast extension. The link works once.</p>
</body>
</html>
`;

export const landingHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
