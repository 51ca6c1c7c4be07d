// Sets up WHO's Embedded Classification Tool, which is loaded as it is, against the server that this page comes from.
(async () => {
  'use strict';

  let isRefused = false;
  const byId = id => document.getElementById(id);
  const ask = path => fetch(path, { headers: { 'Accept': 'application/json', 'API-Version': 'v2', 'Accept-Language': 'en' } });
  const names = { nb: 'Norsk (bokmål)', en: 'English', es: 'Español', fr: 'Français', ar: 'العربية', zh: '中文', ru: 'Русский' };

  // The search page's key, where the server asks for one. The tool itself knows bearer tokens only, so it goes along here, to this server and no other.
  const keyName = 'icd-key';
  const key = sessionStorage.getItem(keyName);
  if (key) {
    const send = window.fetch;
    window.fetch = (address, options) => {
      const request = new Request(address, options);
      if (new URL(request.url).origin === location.origin) request.headers.set('X-Api-Key', key);
      return send(request);
    };
  }

  byId('key').addEventListener('submit', event => {
    event.preventDefault();
    sessionStorage.setItem(keyName, byId('key-text').value.trim());
    location.reload();
  });

  const root = await get('/icd/release/11/mms').then(versions => versions && get(new URL(versions.latestRelease).pathname));
  if (isRefused) {
    byId('key').hidden = false;
    byId('key-wrong').hidden = !key;
    byId('tools').hidden = true;
    byId('settings').hidden = true;
    byId('key-text').focus();
    return;
  }

  if (root && root['x-starter']) byId('starter').hidden = false;
  if (!window.ECT || !root) {
    byId(window.ECT ? 'silent' : 'missing').hidden = false;
    byId('tools').hidden = true;
    return;
  }

  const languages = [...new Set(['nb', ...(root.availableLanguages ?? []), 'en'])];
  const asked = new URLSearchParams(location.search).get('lang');
  const language = languages.includes(asked) ? asked : 'nb';
  for (const tag of languages) byId('language').add(new Option(names[tag] ?? tag, tag, false, tag === language));
  byId('language').addEventListener('change', () => byId('settings').submit());

  // The tool puts its word list beside the hits at any width; on a narrow window the hits need all of it.
  const wordsAvailable = !matchMedia('(max-width: 40rem)').matches;
  ECT.Handler.configure(
    { apiServerUrl: location.origin, apiSecured: false, autoBind: false, language, searchByCodeOrURI: true, wordsAvailable },
    { selectedEntityFunction: show });
  ECT.Handler.bind('1');
  ECT.Handler.bind('2');

  function show(chosen) {
    byId('chosen').hidden = false;
    byId('copied').textContent = '';
    byId('chosen-code').value = chosen.code;
    byId('chosen-text').textContent = chosen.selectedText || chosen.title;
    byId('chosen-uri').textContent = chosen.linearizationUri;
    byId('chosen-link').href = `/#/uttrykk/${encodeURIComponent(chosen.code)}`;
    ECT.Handler.clear('1');
  }

  byId('copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(byId('chosen-code').value);
    byId('copied').textContent = 'Kopiert. Copied.';
  });

  async function get(path) {
    let response = await ask(path);
    // Just started, the server opens its releases first.
    for (let tries = 0; response.status === 503 && tries < 40; tries++) {
      await new Promise(resolve => setTimeout(resolve, 500));
      response = await ask(path);
    }
    isRefused ||= response.status === 401 || response.status === 403;
    return response.ok ? response.json() : null;
  }
})();
