import type { CompanySite } from './company-sites.ts';

/** A made-up company's home page as such pages are: organisation data, a contact line, one named person. */
export function companyPage(site: {
  host: string;
  name: string;
  person?: { name: string; email: string; title: string };
}): CompanySite {
  const organisation = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: site.name,
    url: `http://${site.host}/`,
    ...(site.person && {
      employee: {
        '@type': 'Person',
        name: site.person.name,
        email: site.person.email,
        jobTitle: site.person.title,
      },
    }),
  };
  return {
    host: site.host,
    html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${site.name}</title><meta property="og:site_name" content="${site.name}">
<script type="application/ld+json">${JSON.stringify(organisation)}</script>
<style>body{font:16px/1.5 system-ui;margin:4rem auto;max-width:40rem;color:#1d2b36}h1{font-size:2rem}</style></head>
<body><h1>${site.name}</h1><p>Quietly reliable since 1974.</p>
${site.person ? `<p>${site.person.title}: ${site.person.name}, <a href="mailto:${site.person.email}">${site.person.email}</a></p>` : ''}
</body></html>`,
  };
}
